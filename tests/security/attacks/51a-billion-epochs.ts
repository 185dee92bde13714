import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 51,
  title: 'A billion epochs, a batch of -3, a rate of NaN',
  intent: 'Break the plan of the trainer.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    training: `{ optimizer: 'adam', learningRate: () => NaN, epochs: 1e9, batchSize: -3 }`,
  }),
}
