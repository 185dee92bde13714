import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOSSES, type TrainingPlan } from '../contract/plan.ts'
import { createStepper } from './gradient-step.ts'
import { updateRuleOf } from './optimizers.ts'
import { seededRandom, withSeededMathRandom } from './seeded-random.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})

const ROWS = 24
const BATCH = 8

const MODELS: Record<string, { shape: number[]; layers: () => tf.layers.Layer[] }> = {
  dense: {
    shape: [5],
    layers: () => [
      tf.layers.dense({ units: 6, activation: 'relu', inputShape: [5] }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  },
  regularised: {
    shape: [5],
    layers: () => [
      tf.layers.dense({
        units: 6,
        activation: 'tanh',
        kernelRegularizer: tf.regularizers.l2({ l2: 0.1 }),
        inputShape: [5],
      }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  },
  conv: {
    shape: [6, 6, 1],
    layers: () => [
      tf.layers.conv2d({ filters: 2, kernelSize: 3, activation: 'relu', inputShape: [6, 6, 1] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  },
  gru: {
    shape: [4, 2],
    layers: () => [
      tf.layers.gru({ units: 3, inputShape: [4, 2] }),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  },
  batchNorm: {
    shape: [5],
    layers: () => [
      // No bias: its gradient is rounding noise here, which adam would blow up to full steps.
      tf.layers.dense({ units: 6, useBias: false, inputShape: [5] }),
      tf.layers.batchNormalization(),
      tf.layers.reLU(),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  },
}

/** TensorFlow.js's own adadelta diverges; ours is held to its formula below, and to Keras in tests/grader/keras. */
const STOCK_OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adagrad', 'adam', 'adamax'] as const
type StockOptimizer = (typeof STOCK_OPTIMIZERS)[number]

/** Losses of nine steps, three epochs in file order, by stock `fit` and by ours, from the same weights. */
async function bothWays(name: string, optimizer: StockOptimizer, loss: TrainingPlan['loss'], rate: number) {
  const { shape, layers } = MODELS[name] as (typeof MODELS)[string]
  const random = seededRandom(3)
  const size = shape.reduce((a, b) => a * b, 1)
  const x = tf.tensor(
    Float32Array.from({ length: ROWS * size }, () => random() * 2 - 1),
    [ROWS, ...shape],
  )
  const y = tf
    .oneHot(
      tf.tensor1d(
        Array.from({ length: ROWS }, () => Math.floor(random() * 3)),
        'int32',
      ),
      3,
    )
    .toFloat()
  const build = () => withSeededMathRandom(11, async () => tf.sequential({ layers: layers() }))

  const stock = await build()
  const optimizers: Record<StockOptimizer, () => tf.Optimizer> = {
    sgd: () => tf.train.sgd(rate),
    momentum: () => tf.train.momentum(rate, 0.9),
    rmsprop: () => tf.train.rmsprop(rate),
    adagrad: () => tf.train.adagrad(rate),
    adam: () => tf.train.adam(rate),
    adamax: () => tf.train.adamax(rate),
  }
  const huber = (target: tf.Tensor, prediction: tf.Tensor) => tf.losses.huberLoss(target, prediction)
  stock.compile({ optimizer: optimizers[optimizer](), loss: loss === 'huberLoss' ? huber : loss })
  const expected: number[] = []
  await stock.fit(x, y, {
    epochs: 3,
    batchSize: BATCH,
    shuffle: false,
    verbose: 0,
    callbacks: { onBatchEnd: async (_, logs) => void expected.push(logs?.loss as number) },
  })

  const ours = await build()
  const plan = { loss, optimizer, learningRates: [rate], epochs: 1, batchSize: BATCH } as TrainingPlan
  const stepper = createStepper(tf, ours, plan, [])
  const actual: number[] = []
  for (let step = 0; step < 9; step++) {
    const from = (step % 3) * BATCH
    const batch = { x: x.slice(from, BATCH), target: y.slice(from, BATCH), weight: null }
    const result = stepper.step(batch, rate, false)
    actual.push((await result.loss.data())[0] as number)
  }
  return { expected, actual, stock, ours }
}

it('adadelta moves as Zeiler says', () => {
  const rule = updateRuleOf(tf, { optimizer: 'adadelta' })
  const gradients = [0.5, -0.2, 0.1]
  let memory: tf.Tensor[] = rule.memory.map((initial) => tf.fill([1], initial))
  let [squares, moves] = [0, 0]
  for (const g of gradients) {
    const factors = rule.factors(0.1, 1).map((factor) => tf.scalar(factor))
    const update = rule.update(tf.tensor1d([0]), tf.tensor1d([g]), memory as tf.Tensor1D[], factors)
    squares = 0.95 * squares + 0.05 * g * g
    const move = g * Math.sqrt((moves + 1e-7) / (squares + 1e-7))
    moves = 0.95 * moves + 0.05 * move * move
    expect(update.weights.dataSync()[0]).toBeCloseTo(-0.1 * move, 8)
    memory = update.memory
  }
})

describe('steps agree with stock TensorFlow.js', () => {
  it.each(Object.keys(MODELS))('%s', async (name) => {
    const { expected, actual, stock, ours } = await bothWays(name, 'adam', 'categoricalCrossentropy', 0.02)
    expect(actual).toHaveLength(9)
    actual.forEach((loss, i) => {
      expect(Math.abs(loss - (expected[i] as number))).toBeLessThan(1e-5)
    })
    const stockWeights = stock.getWeights()
    for (const [i, weight] of ours.getWeights().entries()) {
      const difference = tf.max(tf.abs(tf.sub(weight, stockWeights[i] as tf.Tensor))).dataSync()[0] as number
      expect(difference).toBeLessThan(1e-5)
    }
  })
  it.each(STOCK_OPTIMIZERS)('with %s', async (optimizer) => {
    const { expected, actual } = await bothWays('dense', optimizer, 'categoricalCrossentropy', 0.01)
    actual.forEach((loss, i) => {
      expect(Math.abs(loss - (expected[i] as number))).toBeLessThan(1e-5)
    })
    expect(actual[8]).not.toBe(actual[0])
  })
  it.each(LOSSES)('with %s', async (loss) => {
    const { expected, actual } = await bothWays('dense', 'sgd', loss, 0.1)
    actual.forEach((value, i) => {
      expect(Math.abs(value - (expected[i] as number))).toBeLessThan(1e-5)
    })
  })
})

const stepOnce = (
  model: tf.LayersModel,
  plan: Partial<TrainingPlan>,
  weight: number[] | null = null,
  groups: number[][] = [],
) => {
  const stepper = createStepper(
    tf,
    model,
    { loss: 'meanSquaredError', optimizer: 'sgd', learningRates: [1], epochs: 1, batchSize: 2, ...plan },
    groups,
  )
  const batch = { x: tf.tensor2d([[3], [4]]), target: tf.tensor2d([[1], [0]]), weight: weight && tf.tensor1d(weight) }
  return stepper.step(batch, 1, groups.length > 0)
}
const linear = (extra: object = {}) =>
  tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [1], useBias: false, kernelInitializer: 'zeros', ...extra })],
  })

it('weighs rows, and averages over rows rather than weights', () => {
  // loss = (2·1² + 0·0²) / 2
  expect(stepOnce(linear(), {}, [2, 0]).loss.dataSync()[0]).toBe(1)
})

it('reports the norm of the gradient before clipping, and clips by the global norm', () => {
  // d/dw mean((3w − 1)², (4w)²) at w = 0 is −3.
  const model = linear()
  const { norms } = stepOnce(model, { clipNorm: 0.5 }, null, [[0]])
  expect(norms?.dataSync()[0]).toBeCloseTo(3, 5)
  expect(model.getWeights()[0]?.dataSync()[0]).toBeCloseTo(0.5, 5)
  const gentle = linear()
  stepOnce(gentle, { clipNorm: 10 }, null, [[0]])
  expect(gentle.getWeights()[0]?.dataSync()[0]).toBeCloseTo(3, 5)
})

it('keeps constraints, which stock TensorFlow.js forgets while it trains', () => {
  const model = linear({ kernelConstraint: tf.constraints.maxNorm({ maxValue: 0.25, axis: 0 }) })
  stepOnce(model, {})
  expect(model.getWeights()[0]?.dataSync()[0]).toBeCloseTo(0.25, 4)
})

it('leaves frozen layers as they are', () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, inputShape: [1], trainable: false }), tf.layers.dense({ units: 1 })],
  })
  const before = model.getWeights().map((weight) => weight.dataSync()[0])
  stepOnce(model, {})
  const after = model.getWeights().map((weight) => weight.dataSync()[0])
  // getWeights gives trainable weights first.
  expect(after.slice(2)).toEqual(before.slice(2))
  expect(after.slice(0, 2)).not.toEqual(before.slice(0, 2))
})
