import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 39,
  title: 'A hang in an exit handler',
  intent: 'Keep the process from ever ending.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `const own = (globalThis as any).process
  own.on('exit', () => { for (;;) {} })
  own.exit(0)`,
  }),
}
