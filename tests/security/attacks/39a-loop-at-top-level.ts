import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 39,
  title: 'Endless loop at the top level',
  intent: 'Keep the grader busy for ever.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    top: `for (;;) {}`,
  }),
}
