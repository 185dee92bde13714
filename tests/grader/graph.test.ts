import { createRequire } from 'node:module'
import type * as TF from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { MAX_OPERATIONS } from '#grader/trainer/graph/graph-compiler.ts'
import { loadEngine } from '#grader/trainer/load-engine.ts'
import { speedUp } from '#grader/trainer/speed-up.ts'
import { OPTIMIZERS, type TrainingPlan } from '#lib/contract/plan.ts'
import type { Compile, TensorFunction } from '#lib/training/compile.ts'
import { createStepper } from '#lib/training/gradient-step.ts'
import { seededRandom, withSeededMathRandom } from '#lib/training/seeded-random.ts'

createRequire(import.meta.url)('../../grader/native/util-stand-in.cjs')
const tf = loadEngine()
const compile = speedUp(tf, 'off').compile as Compile
const { layers: L } = tf

const BATCH = 16
/** The last batch is smaller. */
const ROWS = 3 * BATCH + 5
const EPOCHS = 5
const STEPS = EPOCHS * 4

interface Case {
  shape: number[]
  layers: () => TF.layers.Layer[]
  /** Whole numbers below this, for an embedding. */
  tokens?: number
}
const MODELS: Record<string, Case> = {
  dense: { shape: [6], layers: () => [L.dense({ units: 8, activation: 'relu', inputShape: [6] })] },
  regularised: {
    shape: [6],
    layers: () => [
      L.dense({
        units: 8,
        activation: 'elu',
        kernelRegularizer: tf.regularizers.l1l2({ l1: 0.01, l2: 0.02 }),
        inputShape: [6],
      }),
      L.layerNormalization(),
    ],
  },
  constrained: {
    shape: [6],
    layers: () => [
      L.dense({ units: 8, kernelConstraint: tf.constraints.maxNorm({ maxValue: 0.5, axis: 0 }), inputShape: [6] }),
    ],
  },
  dropout: {
    shape: [6],
    layers: () => [L.dense({ units: 8, activation: 'tanh', inputShape: [6] }), L.dropout({ rate: 0.4 })],
  },
  noise: {
    shape: [6],
    layers: () => [
      L.gaussianNoise({ stddev: 0.3, inputShape: [6] }),
      L.dense({ units: 8, activation: 'selu' }),
      L.alphaDropout({ rate: 0.2 }),
      L.gaussianDropout({ rate: 0.2 }),
    ],
  },
  'dropout with a seed of its own': {
    shape: [6],
    layers: () => [L.dense({ units: 8, activation: 'tanh', inputShape: [6] }), L.dropout({ rate: 0.4, seed: 7 })],
  },
  'batch norm': {
    shape: [6],
    layers: () => [L.dense({ units: 8, useBias: false, inputShape: [6] }), L.batchNormalization(), L.reLU()],
  },
  conv2d: {
    shape: [8, 8, 1],
    layers: () => [
      L.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', padding: 'same', inputShape: [8, 8, 1] }),
      L.maxPooling2d({ poolSize: 2 }),
      L.depthwiseConv2d({ kernelSize: 3, activation: 'relu' }),
      L.flatten(),
    ],
  },
  conv1d: {
    shape: [9, 2],
    layers: () => [
      L.conv1d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [9, 2] }),
      L.spatialDropout1d({ rate: 0.3 }),
      L.globalAveragePooling1d({}),
    ],
  },
  embedding: {
    shape: [7],
    tokens: 20,
    layers: () => [L.embedding({ inputDim: 20, outputDim: 5, inputLength: 7 }), L.flatten()],
  },
  lstm: { shape: [9, 2], layers: () => [L.lstm({ units: 5, recurrentActivation: 'sigmoid', inputShape: [9, 2] })] },
  'lstm of hard sigmoids': { shape: [9, 2], layers: () => [L.lstm({ units: 5, inputShape: [9, 2] })] },
  gru: { shape: [9, 2], layers: () => [L.gru({ units: 5, inputShape: [9, 2] })] },
  'gru with dropout': {
    shape: [9, 2],
    layers: () => [L.gru({ units: 5, dropout: 0.2, recurrentDropout: 0.2, inputShape: [9, 2] })],
  },
  'masked gru': {
    shape: [7],
    tokens: 5,
    layers: () => [
      L.embedding({ inputDim: 5, outputDim: 3, inputLength: 7, maskZero: true }),
      L.bidirectional({ layer: L.gru({ units: 3 }) as TF.layers.RNN, mergeMode: 'concat' }),
    ],
  },
  simpleRNN: { shape: [9, 2], layers: () => [L.simpleRNN({ units: 5, inputShape: [9, 2] })] },
}
const named = (name: string): Case => MODELS[name] as Case

/** So large that a compiled step takes its batch in two halves. */
const HALVED: Record<string, Case> = {
  'dense, regularised': {
    shape: [900],
    layers: () => [
      L.dense({
        units: 900,
        activation: 'relu',
        kernelRegularizer: tf.regularizers.l2({ l2: 0.01 }),
        inputShape: [900],
      }),
    ],
  },
  conv2d: {
    shape: [24, 24, 4],
    layers: () => [
      L.conv2d({ filters: 16, kernelSize: 3, activation: 'relu', inputShape: [24, 24, 4] }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 32, kernelSize: 3, activation: 'relu' }),
      L.flatten(),
    ],
  },
  'gru, of hard sigmoids': {
    shape: [9, 2],
    layers: () => [L.gru({ units: 96, recurrentInitializer: 'glorotUniform', inputShape: [9, 2] })],
  },
  'lstm, of sigmoids': {
    shape: [9, 2],
    layers: () => [
      L.lstm({
        ...{ units: 96, recurrentActivation: 'sigmoid' },
        recurrentInitializer: 'glorotUniform',
        inputShape: [9, 2],
      }),
    ],
  },
}

/** Losses, norms and final weights of a training in file order, its learning rate falling and its rows weighted. */
async function training(
  { shape, layers, tokens }: Case,
  change: Partial<TrainingPlan>,
  compile?: Compile,
): Promise<{ losses: number[]; norms: number[]; weights: number[]; compiled: number; eager: string | null }> {
  return withSeededMathRandom(7, async () => {
    const random = seededRandom(3)
    const width = shape.reduce((a, b) => a * b, 1)
    const value = () => (tokens ? Math.floor(random() * tokens) : random() * 2 - 1)
    const x = tf.tensor(Float32Array.from({ length: ROWS * width }, value), [ROWS, ...shape])
    const classes = Int32Array.from({ length: ROWS }, () => Math.floor(random() * 3))
    const target = tf.oneHot(tf.tensor1d(classes, 'int32'), 3).toFloat()
    const weights = tf.tensor1d(Float32Array.from({ length: ROWS }, () => 0.5 + random()))
    const model = tf.sequential({ layers: [...layers(), L.dense({ units: 3, activation: 'softmax' })] })
    const plan = { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: BATCH, ...change } as TrainingPlan
    const stepper = createStepper(tf, model, plan, [[0], [1]], compile)
    const losses: number[] = []
    const norms: number[] = []
    let tensors = 0
    for (let step = 0; step < STEPS; step++) {
      const epoch = Math.floor(step / 4)
      const from = (step % 4) * BATCH
      const rows = Math.min(BATCH, ROWS - from)
      const batch = { x: x.slice(from, rows), target: target.slice(from, rows), weight: weights.slice(from, rows) }
      const result = stepper.step(batch, 0.02 / (1 + epoch), step % 3 === 0)
      losses.push((await result.loss.data())[0] as number)
      if (result.norms) norms.push(...(await result.norms.data()))
      expect(result.prediction.shape).toEqual([rows, 3])
      tf.dispose([batch, result] as unknown as TF.TensorContainer)
      if (step === 11) tensors = tf.memory().numTensors
    }
    expect(tf.memory().numTensors).toBe(tensors)
    const final = model.getWeights().flatMap((weight) => [...weight.dataSync()])
    const { compiledSteps: compiled, eagerBecause: eager } = stepper
    stepper.dispose()
    model.dispose()
    tf.dispose([x, target, weights])
    return { losses, norms, weights: final, compiled, eager }
  })
}

function expectClose(actual: number[], expected: number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length)
  const worst = actual.reduce((most, value, i) => Math.max(most, Math.abs(value - (expected[i] as number))), 0)
  expect(worst).toBeLessThan(tolerance)
}

async function expectSame(model: Case, change: Partial<TrainingPlan> = {}, tolerance = 1e-6): Promise<void> {
  const eager = await training(model, change)
  const compiled = await training(model, change, compile)
  expect(compiled.eager).toBeNull()
  // Two shapes of batch, each run twice before it has a graph.
  expect(compiled.compiled).toBe(STEPS - 4)
  expect(new Set(eager.losses.map((loss) => loss.toFixed(6))).size).toBeGreaterThan(STEPS / 2)
  expectClose(compiled.losses, eager.losses, tolerance)
  expectClose(compiled.norms, eager.norms, tolerance)
  expectClose(compiled.weights, eager.weights, tolerance)
}

describe('a compiled step does what the step does', () => {
  it.each(Object.keys(MODELS))('%s', async (name) => {
    await expectSame(named(name))
  })
  it.each(OPTIMIZERS)('with %s', async (optimizer) => {
    await expectSame(named('dense'), { optimizer, momentum: 0.8 })
  })
  it('with clipped gradients', async () => {
    await expectSame(named('dense'), { clipNorm: 0.3 })
  })
})

it.each(Object.keys(HALVED))('two halves of a batch come to what the batch comes to: %s', async (name) => {
  await expectSame(HALVED[name] as Case, { optimizer: 'sgd' }, 1e-5)
})

it('frees its graphs', async () => {
  const open = () => (tf.backend() as unknown as { getNumOfSavedModels(): number }).getNumOfSavedModels()
  // The loop of a recurrent layer stays for the next model.
  await training(named('gru'), {}, compile)
  const before = open()
  for (const name of ['dense', 'conv2d', 'gru']) await training(named(name), {}, compile)
  expect(open()).toBe(before)
})

it('holds no more tensors and graphs after 10,000 steps than after 10', async () => {
  const backend = tf.backend() as unknown as { getNumOfTFTensors(): number; getNumOfSavedModels(): number }
  const held = () => [tf.memory().numTensors, backend.getNumOfTFTensors(), backend.getNumOfSavedModels()]
  const model = tf.sequential({
    layers: [
      L.dense({ units: 4, activation: 'relu', inputShape: [3] }),
      L.dropout({ rate: 0.2 }),
      L.dense({ units: 2, activation: 'softmax' }),
    ],
  })
  const plan: TrainingPlan = {
    loss: 'categoricalCrossentropy',
    optimizer: 'adam',
    learningRates: [0.01],
    epochs: 1,
    batchSize: 4,
  }
  const stepper = createStepper(tf, model, plan, [[0], [1]], compile)
  const batch = { x: tf.ones([4, 3]), target: tf.oneHot(tf.tensor1d([0, 1, 1, 0], 'int32'), 2).toFloat(), weight: null }
  let early: number[] = []
  for (let step = 0; step < 10_000; step++) {
    tf.dispose(stepper.step(batch, 0.01, step % 10 === 0) as unknown as TF.TensorContainer)
    if (step === 10) early = held()
  }
  expect(held()).toEqual(early)
  expect(stepper.compiledSteps).toBe(9_998)
  stepper.dispose()
  model.dispose()
  tf.dispose([batch.x, batch.target])
})

describe('what cannot be repeated stays as it is, and says why', () => {
  const sources: [string, () => TensorFunction, string][] = [
    [
      'random numbers drawn in JavaScript',
      () =>
        ([x]) => [tf.add(x as TF.Tensor, tf.randomUniform([2]))],
      'random numbers in JavaScript',
    ],
    [
      'a tensor read back',
      () =>
        ([x]) => [tf.mul(x as TF.Tensor, (x as TF.Tensor).dataSync()[0] as number)],
      'reads a tensor back',
    ],
    [
      'a tensor remembered from before',
      () => {
        const memory = { last: tf.add(tf.ones([2]), 0) as TF.Tensor }
        return ([x]) => {
          const next = tf.add(memory.last, x as TF.Tensor)
          memory.last = tf.add(next, 0)
          return [next]
        }
      },
      'made before the step',
    ],
  ]
  sources.push([
    'far too many operations',
    () =>
      ([x]) => [Array.from({ length: MAX_OPERATIONS + 1 }).reduce<TF.Tensor>((sum) => tf.add(sum, 1), x as TF.Tensor)],
    'too many for a graph',
  ])
  it.each(sources)('%s', async (_, make, reason) => {
    const runs = (run: TensorFunction) =>
      withSeededMathRandom(1, async () =>
        [1, 2, 3, 4].map((value) => {
          const [result] = run([tf.add(tf.fill([2], value), 0)]) as [TF.Tensor]
          return [...result.dataSync()]
        }),
      )
    const compiled = compile(make(), [])
    expect(await runs(compiled.run.bind(compiled))).toEqual(await runs(make()))
    expect(compiled.compiledRuns).toBe(0)
    expect(compiled.eagerBecause).toContain(reason)
    compiled.dispose()
  })
})
