import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 51,
  title: 'A batch of −3',
  intent: 'Make the trainer loop backwards.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    training: `{ optimizer: 'adam', learningRate: 0.01, epochs: 2, batchSize: -3 }`,
  }),
  verify({ error }) {
    if (!error?.message.includes('batchSize')) throw new Error('the message does not name batchSize')
  },
}
