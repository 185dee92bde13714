import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { gradientEntry, nudged, numberPaths } from '../../lib/domain/checks/gradient-check.ts'
import { cases } from './cases.ts'
import { functions } from './solution.ts'

const { forward, loss, backward } = functions
type Params = Parameters<typeof forward>[0]

/** Networks and batches of every size that learners are asked about. */
const drawn = cases(seeded(keyedHash('a test', 'backprop')), 36)
  .filter(({ fn }) => fn === 'backward')
  .map(({ args }) => args as Parameters<typeof backward>)

beforeAll(() => tf.setBackend('cpu'))

describe.each(drawn)('network %#', (params, X, Y) => {
  it('has gradients that agree with finite differences', () => {
    const gradients = backward(params, X, Y)
    const lossAt = (moved: unknown) => loss(forward(moved as Params, X).p, Y)
    const step = 1e-5
    for (const path of numberPaths(params)) {
      const given = gradientEntry(gradients, path)
      const measured = (lossAt(nudged(params, path, step)) - lossAt(nudged(params, path, -step))) / (2 * step)
      expect(Math.abs((given ?? Number.NaN) - measured)).toBeLessThan(1e-9)
    }
  })

  it('answers and learns as stock TensorFlow.js does', () => {
    const weights = [tf.tensor(params.W1), tf.tensor(params.b1), tf.tensor(params.W2), tf.tensor(params.b2)] as const
    const classes = params.b2.length
    const answer = (W1: tf.Tensor, b1: tf.Tensor, W2: tf.Tensor, b2: tf.Tensor) =>
      tf.softmax(tf.add(tf.matMul(tf.tanh(tf.add(tf.matMul(X, W1), b1)), W2), b2))
    const meanLoss = (...given: tf.Tensor[]) => {
      const [W1, b1, W2, b2] = given as unknown as typeof weights
      const right = tf.sum(tf.mul(answer(W1, b1, W2, b2), tf.oneHot(tf.tensor1d(Y, 'int32'), classes)), 1)
      return tf.neg(tf.mean(tf.log(right))) as tf.Scalar
    }
    const { p } = forward(params, X)
    expect(largestDifference(p.flat(), answer(...weights))).toBeLessThan(1e-6)
    expect(largestDifference([loss(p, Y)], meanLoss(...weights))).toBeLessThan(1e-6)
    const { dW1, db1, dW2, db2 } = backward(params, X, Y)
    const theirs = tf.grads(meanLoss)([...weights])
    const ours = [dW1.flat(), db1, dW2.flat(), db2]
    ours.forEach((gradient, i) => {
      expect(largestDifference(gradient, theirs[i] as tf.Tensor)).toBeLessThan(1e-6)
    })
  })
})

const largestDifference = (ours: number[], theirs: tf.Tensor): number => {
  const values = theirs.dataSync()
  expect(values).toHaveLength(ours.length)
  return Math.max(...ours.map((value, i) => Math.abs(value - (values[i] as number))))
}
