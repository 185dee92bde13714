import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { FIGURE_ACTIVATIONS } from '#lib/contract/figure.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'
import { ACTIVATIONS } from './activations.ts'
import { createNetwork, logisticLoss, lossGradient, meanLoss, predict, squaredLoss } from './small-network.ts'

beforeAll(() => tf.setBackend('cpu'))

describe('activations', () => {
  const inputs = [-30, -2.5, -1, -0.3, 0.2, 1, 4, 30]
  const REFERENCES = {
    linear: (z: tf.Tensor) => z.mul(1),
    sigmoid: (z: tf.Tensor) => tf.sigmoid(z),
    tanh: (z: tf.Tensor) => tf.tanh(z),
    relu: (z: tf.Tensor) => tf.relu(z),
    leakyRelu: (z: tf.Tensor) => tf.leakyRelu(z, 0.3),
    elu: (z: tf.Tensor) => tf.elu(z),
    softplus: (z: tf.Tensor) => tf.softplus(z),
  }

  it.each(FIGURE_ACTIVATIONS.filter((name) => name !== 'step'))(
    '%s and its slope are those of TensorFlow.js',
    (name) => {
      const f = REFERENCES[name]
      const values = f(tf.tensor1d(inputs)).arraySync() as number[]
      const slopes = tf
        .grad((z) => f(z).sum())(tf.tensor1d(inputs))
        .arraySync() as number[]
      inputs.forEach((z, i) => {
        expect(ACTIVATIONS[name].value(z)).toBeCloseTo(values[i] as number, 4)
        expect(ACTIVATIONS[name].slope(z)).toBeCloseTo(slopes[i] as number, 4)
      })
    },
  )
})

describe('small network', () => {
  const rows = [
    { x: [0.5, -1], y: 1 },
    { x: [-0.7, 0.2], y: 0 },
    { x: [1.5, 0.9], y: 1 },
  ]

  it.each([
    ['tanh', logisticLoss],
    ['sigmoid', squaredLoss],
    ['elu', logisticLoss],
    ['softplus', squaredLoss],
  ] as const)('has the gradient that finite differences find (%s)', (activation, loss) => {
    const network = createNetwork([2, 4, 3, 1], [activation, activation, 'linear'], seededRandom(3))
    const { gradient } = lossGradient(network, rows, loss)
    const step = 1e-5
    gradient.forEach((slope, i) => {
      const held = network.parameters[i] as number
      network.parameters[i] = held + step
      const above = meanLoss(network, rows, loss)
      network.parameters[i] = held - step
      const below = meanLoss(network, rows, loss)
      network.parameters[i] = held
      expect(slope).toBeCloseTo((above - below) / (2 * step), 6)
    })
  })

  it('has the gradient of the units that a dropout kept', () => {
    const network = createNetwork([2, 4, 1], ['tanh', 'linear'], seededRandom(3))
    const { gradient } = lossGradient(network, rows, squaredLoss, (_layer, unit) => (unit === 1 ? 0 : 4 / 3))
    const intoDropped = gradient.slice(2, 4)
    expect([...intoDropped]).toEqual([0, 0])
    expect(gradient.some((slope) => slope !== 0)).toBe(true)
  })

  it('predicts what a model of TensorFlow.js with the same weights predicts', () => {
    const network = createNetwork([2, 5, 1], ['tanh', 'sigmoid'], seededRandom(8))
    const model = tf.sequential({
      layers: [
        tf.layers.dense({ inputShape: [2], units: 5, activation: 'tanh' }),
        tf.layers.dense({ units: 1, activation: 'sigmoid' }),
      ],
    })
    model.setWeights(
      network.layers.flatMap(({ weights, biases, inputs, outputs }) => [
        tf.tensor2d([...weights], [outputs, inputs]).transpose(),
        tf.tensor1d([...biases]),
      ]),
    )
    for (const { x } of rows) {
      const theirs = (model.predict(tf.tensor2d([[...x]])) as tf.Tensor).dataSync()[0] as number
      expect(predict(network, x)[0]).toBeCloseTo(theirs, 5)
    }
  })
})
