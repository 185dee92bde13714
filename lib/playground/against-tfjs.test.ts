import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { normal, seededRandom } from '../training/seeded-random.ts'
import { ACTIVATIONS, LEAK } from './activations.ts'
import { backward } from './backward.ts'
import { forward } from './forward.ts'
import { meanLoss } from './losses.ts'
import { createNetwork, initialize, type NetworkShape } from './network.ts'
import { createOptimizer, MOMENTUM, OPTIMIZERS } from './optimizers.ts'
import { createPass, predictionOf } from './pass.ts'
import { penaltyBack, penaltyOf } from './penalties.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})

const ROWS = 16
const INPUTS = 3
const RATE = 0.05
const PENALTY_RATE = 0.01
type Penalty = 'none' | 'l1' | 'l2'

const regularizers = {
  none: () => undefined,
  l1: () => tf.regularizers.l1({ l1: PENALTY_RATE }),
  l2: () => tf.regularizers.l2({ l2: PENALTY_RATE }),
}

/** The same network in stock TensorFlow.js, uncompiled. */
function stockModel({ hidden, activation, batchNorm, head }: NetworkShape, penalty: Penalty): tf.Sequential {
  const model = tf.sequential()
  const kernelRegularizer = regularizers[penalty]()
  hidden.forEach((units, i) => {
    model.add(
      tf.layers.dense({
        units,
        useBias: !batchNorm,
        kernelRegularizer,
        ...(i === 0 ? { inputShape: [INPUTS] } : {}),
      }),
    )
    if (batchNorm) model.add(tf.layers.batchNormalization())
    model.add(activation === 'leakyRelu' ? tf.layers.leakyReLU({ alpha: LEAK }) : tf.layers.activation({ activation }))
  })
  model.add(
    tf.layers.dense({
      units: 1,
      activation: head,
      kernelRegularizer,
      ...(hidden.length === 0 ? { inputShape: [INPUTS] } : {}),
    }),
  )
  return model
}

function bothOf(shape: NetworkShape, penalty: Penalty = 'none') {
  const random = seededRandom(5, JSON.stringify(shape))
  const network = createNetwork(shape)
  initialize(network, 'glorotUniform', random)
  // Biases, scales and shifts too: what starts at 0 or 1 must not hide a mistake.
  for (const { parameters } of network.layers)
    for (const part of [parameters.bias, parameters.gamma, parameters.beta])
      if (part) for (let i = 0; i < part.length; i++) (part[i] as number) += 0.3 * normal(random)
  const x = Float64Array.from({ length: ROWS * INPUTS }, () => normal(random))
  const y = Float64Array.from({ length: ROWS }, () => (shape.head === 'sigmoid' ? Math.round(random()) : random()))

  const model = stockModel(shape, penalty)
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable)
  let at = 0
  for (const weight of weights) {
    weight.assign(tf.tensor(Float32Array.from(network.parameters.subarray(at, at + weight.size)), weight.shape))
    at += weight.size
  }
  expect(at).toBe(network.parameters.length)

  const rows = { x: tf.tensor2d(Float32Array.from(x), [ROWS, INPUTS]), y: tf.tensor2d(Float32Array.from(y), [ROWS, 1]) }
  const stockLoss = () => {
    const prediction = model.apply(rows.x, { training: true }) as tf.Tensor
    const loss =
      shape.head === 'sigmoid'
        ? tf.metrics.binaryCrossentropy(rows.y, prediction).mean()
        : tf.losses.meanSquaredError(rows.y, prediction)
    return model.calculateLosses().reduce((sum: tf.Tensor, part) => sum.add(part), loss) as tf.Scalar
  }
  const pass = createPass(network, ROWS)
  const ourLoss = () => {
    forward(network, pass, x, ROWS, { dropout: 0, random })
    const loss = meanLoss(shape.head, pass, y, ROWS) + penaltyOf(network, penalty, PENALTY_RATE)
    backward(network, pass, x, y, ROWS)
    penaltyBack(network, penalty, PENALTY_RATE)
    return loss
  }
  return { network, pass, x, model, weights, rows, stockLoss, ourLoss }
}

const flat = (tensors: readonly tf.Tensor[]): number[] => tensors.flatMap((tensor) => [...tensor.dataSync()])

function expectClose(actual: Iterable<number>, expected: readonly number[], tolerance = 1e-5) {
  const values = [...actual]
  expect(values).toHaveLength(expected.length)
  const worst = Math.max(...values.map((value, i) => Math.abs(value - (expected[i] as number))))
  expect(worst).toBeLessThan(tolerance)
}

const shapeOf = (changes: Partial<NetworkShape>): NetworkShape => ({
  inputs: INPUTS,
  hidden: [5, 4],
  activation: 'tanh',
  batchNorm: false,
  head: 'sigmoid',
  ...changes,
})

describe('loss and gradients are those of TensorFlow.js', () => {
  const cases = ACTIVATIONS.flatMap((activation) =>
    ([false, true] as const).flatMap((batchNorm) =>
      (['sigmoid', 'linear'] as const).map((head) => shapeOf({ activation, batchNorm, head })),
    ),
  )
  it.each([...cases, shapeOf({ hidden: [] }), shapeOf({ hidden: [2, 3, 4, 5] })])(
    '$activation, batch norm $batchNorm, $head head, $hidden',
    (shape) => {
      const { network, stockLoss, ourLoss, model, weights } = bothOf(shape)
      const { value, grads } = tf.variableGrads(stockLoss, weights)
      expect(ourLoss()).toBeCloseTo(value.dataSync()[0] as number, 5)
      // Gradients come back by the variable's name.
      expectClose(network.gradients, flat(weights.map(({ name }) => grads[name] as tf.Tensor)))
      expect(Math.max(...network.gradients)).toBeGreaterThan(1e-3)
      model.dispose()
    },
  )

  it.each(['l1', 'l2'] as const)('with an %s penalty', (penalty) => {
    const { network, stockLoss, ourLoss, weights } = bothOf(shapeOf({}), penalty)
    const { value, grads } = tf.variableGrads(stockLoss, weights)
    expect(ourLoss()).toBeCloseTo(value.dataSync()[0] as number, 5)
    expectClose(network.gradients, flat(weights.map(({ name }) => grads[name] as tf.Tensor)))
  })
})

describe('ten steps go where those of TensorFlow.js go', () => {
  const optimizers = {
    sgd: () => tf.train.sgd(RATE),
    momentum: () => tf.train.momentum(RATE, MOMENTUM),
    rmsprop: () => tf.train.rmsprop(RATE),
    adagrad: () => tf.train.adagrad(RATE),
    adam: () => tf.train.adam(RATE),
  }
  const cases = OPTIMIZERS.flatMap((optimizer) =>
    ACTIVATIONS.flatMap((activation) => [false, true].map((batchNorm) => ({ optimizer, activation, batchNorm }))),
  )
  it.each(cases)('$optimizer, $activation, batch norm $batchNorm', ({ optimizer, activation, batchNorm }) => {
    // A shift that reaches the next batch normalisation unbent is subtracted there: its gradient is rounding noise, which
    // adam would blow up to full steps.
    const hidden = activation === 'linear' && batchNorm ? [5] : [5, 4]
    const shape = shapeOf({ activation, batchNorm, hidden })
    const { network, pass, x, model, rows, weights, stockLoss, ourLoss } = bothOf(shape)
    const stock = optimizers[optimizer]()
    const ours = createOptimizer(optimizer, network.parameters.length)
    const before = network.parameters.slice()
    for (let step = 0; step < 10; step++) {
      stock.minimize(stockLoss, false, weights)
      ourLoss()
      ours(network.parameters, network.gradients, RATE)
    }
    // Single precision there, double here: ten steps of rounding.
    expectClose(network.parameters, flat(weights), 2e-3)
    expect(Math.max(...network.parameters.map((value, i) => Math.abs(value - (before[i] as number))))).toBeGreaterThan(
      0.01,
    )
    expect(ourLoss()).toBeCloseTo(stockLoss().dataSync()[0] as number, 4)

    // Asked rather than trained: batch normalisation by what it gathered.
    forward(network, pass, x, ROWS, null)
    expectClose(predictionOf(pass), flat([model.predict(rows.x) as tf.Tensor]), 1e-3)
    model.dispose()
  })
})
