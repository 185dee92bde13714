import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { installDilatedGradient } from './dilated-gradient.ts'
import { seededRandom } from './seeded-random.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
  installDilatedGradient(tf)
  installDilatedGradient(tf)
})

const random = seededRandom(3)
const drawn = (shape: number[]) =>
  tf.tensor(
    Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random() - 0.5),
    shape,
  )
const model = (...layers: tf.layers.Layer[]) => tf.sequential({ layers })

/** Central differences of a sum of squares, which has no kinks. */
const STEP = 1e-2

describe('the gradient of a dilated convolution', () => {
  it.each([
    ['conv2d', [7, 6, 2], () => model(conv2d({ padding: 'valid' }))],
    ['conv2d, same', [7, 6, 2], () => model(conv2d({ padding: 'same' }))],
    ['conv2d, tanh', [7, 6, 2], () => model(conv2d({ padding: 'valid', activation: 'tanh' }))],
    [
      'conv1d',
      [9, 2],
      () => model(tf.layers.conv1d({ filters: 2, kernelSize: 3, dilationRate: 3, inputShape: [9, 2] })),
    ],
  ] as const)('of %s is that of finite differences', (_, shape, build) => {
    const network = build()
    const before = tf.memory().numTensors
    const x = drawn([2, ...shape])
    const loss = () => (network.apply(x, { training: true }) as tf.Tensor).square().sum().asScalar()
    const lossNow = () => tf.tidy(() => loss().dataSync()[0] as number)
    const { value, grads } = tf.variableGrads(loss)
    for (const weight of network.trainableWeights) {
      const variable = weight.read() as tf.Variable
      const gradient = (grads[variable.name] as tf.Tensor).dataSync()
      const original = variable.dataSync().slice()
      const moved = (i: number, by: number) => {
        const values = original.slice()
        values[i] = (values[i] as number) + by
        tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)))
        return lossNow()
      }
      for (let i = 0; i < original.length; i++)
        expect(gradient[i]).toBeCloseTo((moved(i, STEP) - moved(i, -STEP)) / (2 * STEP), 2)
      moved(0, 0)
    }
    tf.dispose([x, value, grads])
    expect(tf.memory().numTensors).toBe(before)
  })

  it('of the input is that of the convolution with zeros put into the kernel', () => {
    const x = drawn([1, 7, 7, 1])
    const kernel = drawn([2, 2, 1, 1])
    const [a = 0, b = 0, c = 0, d = 0] = kernel.dataSync()
    const spread = tf.tensor([a, 0, b, 0, 0, 0, c, 0, d], [3, 3, 1, 1]) as tf.Tensor4D
    const ofDilated = tf.grad((rows) =>
      tf
        .conv2d(rows as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'valid', 'NHWC', 2)
        .square()
        .sum(),
    )
    const ofSpread = tf.grad((rows) =>
      tf
        .conv2d(rows as tf.Tensor4D, spread, 1, 'valid')
        .square()
        .sum(),
    )
    const expected = ofSpread(x).dataSync()
    ofDilated(x)
      .dataSync()
      .forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i] as number, 5)
      })
  })

  it('refuses a kernel that zeros would make too large', () => {
    const network = model(
      tf.layers.conv1d({ filters: 1, kernelSize: 2, dilationRate: 60_000_000, padding: 'same', inputShape: [4, 1] }),
    )
    const loss = () => (network.apply(tf.ones([1, 4, 1])) as tf.Tensor).sum().asScalar()
    expect(() => tf.variableGrads(loss)).toThrow('too large to train')
  })
})

function conv2d(more: { padding: 'valid' | 'same'; activation?: 'tanh' }) {
  return tf.layers.conv2d({ filters: 2, kernelSize: [3, 2], dilationRate: [2, 3], inputShape: [7, 6, 2], ...more })
}
