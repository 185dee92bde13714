import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 41,
  title: 'Fork bomb',
  intent: 'Fill the process table until the machine stands still.',
  kind: 'model',
  verdicts: ['scored', 'timed_out', 'runtime_error'],
  source: modelSource({
    buildModel: `const { spawn } = node('child_process')
  for (let i = 0; i < 200; i++) {
    try {
      const child = spawn('/node', ['-e', 'for (;;) {}'], { detached: true, stdio: 'ignore' })
      child.on('error', () => {})
      if (child.pid) console.log('PWNED spawned ' + child.pid)
    } catch {}
  }`,
  }),
}
