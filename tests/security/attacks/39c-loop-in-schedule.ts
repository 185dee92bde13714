import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 39,
  title: 'Endless loop in a schedule',
  intent: 'Keep the grader busy where only a number is expected.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    training: `{ optimizer: 'sgd', learningRate: () => { for (;;) {} }, epochs: 3, batchSize: 8 }`,
  }),
}
