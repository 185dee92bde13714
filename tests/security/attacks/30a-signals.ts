import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 30,
  title: 'Signals to every process',
  intent: 'Kill the worker, the box around it, or a neighbour.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  for (const signal of ['SIGSTOP', 'SIGKILL', 'SIGTERM'])
    for (const pid of [own.ppid, 1, -1, 0, ...Array.from({ length: 3000 }, (_, i) => i + 2)]) {
      if (pid === own.pid) continue
      try { own.kill(pid, signal); console.log('PWNED signalled ' + pid) } catch {}
    }`,
  }),
}
