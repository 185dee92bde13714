import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 9,
  title: 'Exit code 0 before there is an answer',
  intent: 'Be taken for a success.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    buildModel: `(globalThis as any).process.reallyExit(0)`,
  }),
}
