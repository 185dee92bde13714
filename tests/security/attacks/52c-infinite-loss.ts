import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'A loss that becomes NaN',
  intent: 'Break the scoring by predictions that are no numbers.',
  kind: 'model',
  verdicts: ['invalid_output', 'contract_error', 'scored'],
  source: modelSource({
    training: `{ optimizer: 'sgd', learningRate: 1e30, epochs: 3, batchSize: 8 }`,
  }),
}
