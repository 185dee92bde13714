import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 51,
  title: 'A learning rate of NaN',
  intent: 'Poison every weight.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    training: `{ optimizer: 'adam', learningRate: 0 / 0, epochs: 2, batchSize: 16 }`,
  }),
  verify({ error }) {
    if (!error?.message.includes('learningRate')) throw new Error('the message does not name learningRate')
  },
}
