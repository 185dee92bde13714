import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 39,
  title: 'Endless loop in buildModel',
  intent: 'Keep the grader busy for ever.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `for (;;) {}`,
  }),
}
