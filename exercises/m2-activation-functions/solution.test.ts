import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { functions } from './solution.ts'

const { sigmoid, tanh, relu, leakyRelu, elu, softmax, dSigmoid, dTanh, dRelu, dLeakyRelu } = functions
const A = 0.3
const INPUTS = [-1000, -800, -6, -2.5, -0.4, 0, 0.3, 1.7, 5, 900, 1000]

beforeAll(() => tf.setBackend('cpu'))

const FUNCTIONS: [string, (x: number) => number, (x: tf.Tensor) => tf.Tensor][] = [
  ['sigmoid', sigmoid, (x) => tf.sigmoid(x)],
  ['tanh', tanh, (x) => tf.tanh(x)],
  ['relu', relu, (x) => tf.relu(x)],
  ['leakyRelu', (x) => leakyRelu(x, A), (x) => tf.leakyRelu(x, A)],
  ['elu', (x) => elu(x, A), (x) => tf.where(tf.greater(x, 0), x, tf.mul(A, tf.elu(x)))],
]

it.each(FUNCTIONS)('%s is TensorFlow.js’s', (_, ours, theirs) => {
  const values = theirs(tf.tensor1d(INPUTS)).dataSync()
  INPUTS.forEach((x, i) => {
    expect(ours(x)).toBeCloseTo(values[i] as number, 6)
  })
})

it.each([[[0.5, -1, 2]], [[900.2, 899, 901.5]], [[1000, -1000, 0, 3]], [[-7, -7]]])(
  'softmax of %j is TensorFlow.js’s',
  (z) => {
    const values = tf.softmax(tf.tensor1d(z)).dataSync()
    softmax(z).forEach((share, i) => {
      expect(share).toBeCloseTo(values[i] as number, 5)
    })
  },
)

const SLOPES: [string, (x: number) => number, (x: number) => number, (x: tf.Tensor) => tf.Tensor][] = [
  ['dSigmoid', dSigmoid, sigmoid, (x) => tf.sigmoid(x)],
  ['dTanh', dTanh, tanh, (x) => tf.tanh(x)],
  ['dRelu', dRelu, relu, (x) => tf.relu(x)],
  ['dLeakyRelu', (x) => dLeakyRelu(x, A), (x) => leakyRelu(x, A), (x) => tf.leakyRelu(x, A)],
]

describe.each(SLOPES)('%s', (_, slope, value, theirs) => {
  it('agrees with finite differences away from the corner', () => {
    const step = 1e-4
    for (const x of INPUTS.filter((x) => x !== 0)) {
      const measured = (value(x + step) - value(x - step)) / (2 * step)
      expect(slope(x)).toBeCloseTo(measured, 7)
    }
  })

  it('is what TensorFlow.js differentiates', () => {
    const inputs = INPUTS.filter((x) => x !== 0)
    const values = tf
      .grad((x) => theirs(x).sum())(tf.tensor1d(inputs))
      .dataSync()
    inputs.forEach((x, i) => {
      expect(slope(x)).toBeCloseTo(values[i] as number, 6)
    })
  })
})

it('takes the left side’s slope at the corner', () => {
  expect(dRelu(0)).toBe(0)
  expect(dLeakyRelu(0, A)).toBe(A)
})
