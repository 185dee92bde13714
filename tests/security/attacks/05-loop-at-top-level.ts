import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 5,
  title: 'Endless loop at the top level',
  intent: 'Keep the grader busy for ever.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    top: `for (;;) {}`,
  }),
}
