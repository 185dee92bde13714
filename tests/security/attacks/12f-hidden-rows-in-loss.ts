import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows in the loss',
  intent: 'Have the curve of the training show the hidden inputs.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    top: `let seen = 0.01`,
    prepare: `return (x: any) => {
    seen = x.dataSync()[0]
    return x.div(10)
  }`,
    training: `{ optimizer: 'sgd', get learningRate() { return (epoch: number) => 0.001 * seen + 0.001 * (epoch + 1) }, epochs: 2, batchSize: 16 }`,
  }),
  verify({ curve }) {
    // The schedule is taken while only training rows are there.
    if (curve.some(({ learningRate }) => learningRate > 1)) throw new Error('a hidden value reached the schedule')
  },
}
