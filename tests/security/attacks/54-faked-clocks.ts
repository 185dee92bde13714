import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 54,
  title: 'Faked clocks',
  intent: 'Escape a time limit by stopping the time.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `Date.now = () => 0
  performance.now = () => 0
  ;(globalThis as any).process.hrtime = () => [0, 0]
  ;(globalThis as any).process.cpuUsage = () => ({ user: 0, system: 0 })
  for (;;) {}`,
  }),
}
