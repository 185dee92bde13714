import { createRequire } from 'node:module'
import type * as TF from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { Fragments } from '#grader/trainer/graph/fragments.ts'
import { installAdamUpdate } from '#grader/trainer/kernels/adam-update.ts'
import { installFusedBatchNorm } from '#grader/trainer/kernels/batch-norm.ts'
import { installBiasAdd } from '#grader/trainer/kernels/bias-add.ts'
import { installBlockLstm } from '#grader/trainer/kernels/block-lstm.ts'
import { installFusedGradients } from '#grader/trainer/kernels/fused-gradients.ts'
import { installGruLoop } from '#grader/trainer/kernels/gru-loop.ts'
import { installLstmLoop } from '#grader/trainer/kernels/lstm-loop.ts'
import { nativeBackend } from '#grader/trainer/kernels/native-backend.ts'
import { randomTensors } from '#grader/trainer/kernels/random-tensors.ts'
import { SeedSource } from '#grader/trainer/kernels/seed-source.ts'
import { installSeededDropout } from '#grader/trainer/kernels/seeded-dropout.ts'
import { installSimpleRnnLoop } from '#grader/trainer/kernels/simple-rnn-loop.ts'
import { loadEngine } from '#grader/trainer/load-engine.ts'
import { updateRuleOf } from '#lib/training/optimizers.ts'
import { withSeededMathRandom } from '#lib/training/seeded-random.ts'

createRequire(import.meta.url)('../../grader/native/util-stand-in.cjs')
const tf = loadEngine()
// Before the stock answers are taken, so that both sides draw the same masks.
const drop = installSeededDropout(tf, randomTensors(tf, new SeedSource(tf)))

const BATCH = 6
const STEPS = 7
const FEATURES = 3

/** Loss and every gradient of a fixed model on fixed rows. */
async function gradientsOf(layers: () => TF.layers.Layer[], shape: number[]) {
  return withSeededMathRandom(5, async () => {
    const model = tf.sequential({ layers: layers() })
    // A time step of zeros is one that `masking` hides: some at the beginning, in the middle and at the end.
    const steps = Float32Array.from({ length: BATCH * (shape[0] ?? 0) }, (_, i) => (i % 5 < 2 ? 0 : 1))
    const x = tf.tidy(() => {
      const random = tf.randomNormal([BATCH, ...shape], 0, 1, 'float32', 3)
      return shape.length === 2 ? random.mul(tf.tensor(steps, [BATCH, shape[0] ?? 0, 1])) : random
    })
    const variables = model.trainableWeights.map((weight) => weight.read() as TF.Variable)
    const { value, grads } = tf.variableGrads(
      () => tf.mean(tf.square(model.apply(x, { training: true }) as TF.Tensor)) as TF.Scalar,
      variables,
    )
    const gradients = variables.map((variable) => Float32Array.from((grads[variable.name] as TF.Tensor).dataSync()))
    // Of batch normalisation: what the pass has moved.
    const moved = model.nonTrainableWeights.map((weight) => Float32Array.from(weight.read().dataSync()))
    const loss = value.dataSync()[0] as number
    // Recurrent cells hold on to the masks of their last call in training until the next call.
    tf.dispose([value, grads, model.predict(x) as TF.Tensor, x])
    model.dispose()
    return { loss, gradients, moved }
  })
}

const lstm = (config: Partial<Parameters<typeof tf.layers.lstm>[0]> = {}) =>
  tf.layers.lstm({ units: 4, recurrentActivation: 'sigmoid', inputShape: [STEPS, FEATURES], ...config })

const gru = (config: Partial<Parameters<typeof tf.layers.gru>[0]> = {}) =>
  tf.layers.gru({ units: 4, inputShape: [STEPS, FEATURES], ...config })

const rnn = (config: Partial<Parameters<typeof tf.layers.simpleRNN>[0]> = {}) =>
  tf.layers.simpleRNN({ units: 4, inputShape: [STEPS, FEATURES], ...config })

const masking = () => tf.layers.masking({ maskValue: 0, inputShape: [STEPS, FEATURES] })

const CASES: [string, () => TF.layers.Layer[], number[]][] = [
  [
    'relu',
    () => [tf.layers.dense({ units: 5, activation: 'relu', inputShape: [3] }), tf.layers.dense({ units: 2 })],
    [3],
  ],
  [
    'tanh',
    () => [tf.layers.dense({ units: 5, activation: 'tanh', inputShape: [3] }), tf.layers.dense({ units: 2 })],
    [3],
  ],
  ['sigmoid', () => [tf.layers.dense({ units: 5, activation: 'sigmoid', inputShape: [3] })], [3]],
  [
    'batch normalisation of columns',
    () => [
      tf.layers.dense({ units: 5, inputShape: [3] }),
      tf.layers.batchNormalization({ momentum: 0.9, gammaInitializer: tf.initializers.randomNormal({ seed: 3 }) }),
      tf.layers.dense({ units: 2 }),
    ],
    [3],
  ],
  [
    'batch normalisation of channels',
    () => [
      tf.layers.conv2d({ filters: 3, kernelSize: 2, inputShape: [4, 4, 2] }),
      tf.layers.batchNormalization({ epsilon: 0.1, betaInitializer: 'ones' }),
      tf.layers.activation({ activation: 'tanh' }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2 }),
    ],
    [4, 4, 2],
  ],
  [
    'batch normalisation of time steps',
    () => [
      tf.layers.batchNormalization({ inputShape: [STEPS, FEATURES] }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2 }),
    ],
    [STEPS, FEATURES],
  ],
  [
    'bias of a convolution',
    () => [
      tf.layers.conv2d({
        filters: 3,
        kernelSize: 3,
        activation: 'relu',
        biasInitializer: 'ones',
        inputShape: [6, 6, 2],
      }),
      tf.layers.globalAveragePooling2d({}),
    ],
    [6, 6, 2],
  ],
  [
    'batch normalisation',
    () => [tf.layers.batchNormalization({ inputShape: [5] }), tf.layers.dense({ units: 2 })],
    [5],
  ],
  ['lstm', () => [lstm()], [STEPS, FEATURES]],
  [
    'lstm of sequences',
    () => [lstm({ returnSequences: true }), tf.layers.globalAveragePooling1d({})],
    [STEPS, FEATURES],
  ],
  ['lstm backwards', () => [lstm({ goBackwards: true })], [STEPS, FEATURES]],
  ['lstm without bias', () => [lstm({ useBias: false })], [STEPS, FEATURES]],
  [
    'lstm upon lstm',
    () => [lstm({ returnSequences: true }), tf.layers.lstm({ units: 2, recurrentActivation: 'sigmoid' })],
    [STEPS, FEATURES],
  ],
  [
    'bidirectional lstm',
    () => [tf.layers.bidirectional({ layer: lstm() as TF.layers.RNN, inputShape: [STEPS, FEATURES] } as never)],
    [STEPS, FEATURES],
  ],
  ['lstm with dropout', () => [lstm({ dropout: 0.4 })], [STEPS, FEATURES]],
  ['gru', () => [gru()], [STEPS, FEATURES]],
  // Large enough weights that hard sigmoids are clipped at both ends.
  [
    'gru that saturates',
    () => [gru({ kernelInitializer: tf.initializers.randomNormal({ stddev: 4, seed: 2 }) })],
    [STEPS, FEATURES],
  ],
  ['gru of sigmoids', () => [gru({ recurrentActivation: 'sigmoid' })], [STEPS, FEATURES]],
  ['gru of sequences', () => [gru({ returnSequences: true }), tf.layers.globalAveragePooling1d({})], [STEPS, FEATURES]],
  ['gru backwards', () => [gru({ goBackwards: true })], [STEPS, FEATURES]],
  ['gru without bias', () => [gru({ useBias: false })], [STEPS, FEATURES]],
  ['gru upon gru', () => [gru({ returnSequences: true }), tf.layers.gru({ units: 2 })], [STEPS, FEATURES]],
  [
    'bidirectional gru',
    () => [tf.layers.bidirectional({ layer: gru() as TF.layers.RNN, inputShape: [STEPS, FEATURES] } as never)],
    [STEPS, FEATURES],
  ],
  ['gru with dropout', () => [gru({ dropout: 0.4 })], [STEPS, FEATURES]],
  ['gru of a single step', () => [tf.layers.gru({ units: 4, inputShape: [1, FEATURES] })], [1, FEATURES]],
  ['masked gru', () => [masking(), gru({ returnSequences: true }), gru({ goBackwards: true })], [STEPS, FEATURES]],
  ['masked lstm', () => [masking(), lstm({ returnSequences: true }), lstm({ goBackwards: true })], [STEPS, FEATURES]],
  ['masked lstm of hard sigmoids', () => [masking(), lstm({ recurrentActivation: 'hardSigmoid' })], [STEPS, FEATURES]],
  [
    'masked simple rnn',
    () => [masking(), rnn({ returnSequences: true }), rnn({ goBackwards: true })],
    [STEPS, FEATURES],
  ],
  ['simple rnn', () => [rnn()], [STEPS, FEATURES]],
  ['simple rnn of relu', () => [rnn({ activation: 'relu', returnSequences: true })], [STEPS, FEATURES]],
  ['simple rnn of sigmoids', () => [rnn({ activation: 'sigmoid', useBias: false })], [STEPS, FEATURES]],
  ['linear rnn', () => [rnn({ activation: 'linear', goBackwards: true })], [STEPS, FEATURES]],
  ['simple rnn with dropout', () => [rnn({ dropout: 0.4 })], [STEPS, FEATURES]],
  ['simple rnn with recurrent dropout', () => [rnn({ recurrentDropout: 0.4 })], [STEPS, FEATURES]],
  ['lstm with recurrent dropout', () => [lstm({ recurrentDropout: 0.4 })], [STEPS, FEATURES]],
  ['gru with recurrent dropout', () => [gru({ recurrentDropout: 0.4 })], [STEPS, FEATURES]],
  ['gru on the stock path', () => [gru({ activation: 'sigmoid' })], [STEPS, FEATURES]],
  ['lstm on the stock path', () => [lstm({ activation: 'sigmoid' })], [STEPS, FEATURES]],
  ['lstm of hard sigmoids', () => [lstm({ recurrentActivation: 'hardSigmoid' })], [STEPS, FEATURES]],
  [
    'lstm of hard sigmoids that saturates',
    () => [
      lstm({
        recurrentActivation: 'hardSigmoid',
        kernelInitializer: tf.initializers.randomNormal({ stddev: 4, seed: 2 }),
      }),
    ],
    [STEPS, FEATURES],
  ],
  [
    'lstm of hard sigmoids upon one of sequences, without bias',
    () => [
      lstm({ recurrentActivation: 'hardSigmoid', returnSequences: true, goBackwards: true }),
      tf.layers.lstm({ units: 2, useBias: false }),
    ],
    [STEPS, FEATURES],
  ],
  [
    'lstm of hard sigmoids with dropout',
    () => [lstm({ recurrentActivation: 'hardSigmoid', dropout: 0.4 })],
    [STEPS, FEATURES],
  ],
]

/** Weights and memory after twenty steps of adam on gradients that shrink from 1 to nearly nothing, one of them 0. */
const adamSteps = (): Float32Array[] =>
  tf.tidy(() => {
    const rule = updateRuleOf(tf, { optimizer: 'adam' })
    const first = tf.linspace(-1, 1, 65_537)
    let state = [first, ...rule.memory.map((initial) => tf.fill([first.size], initial) as TF.Tensor1D)]
    for (let step = 1; step <= 20; step++) {
      const [weights, ...memory] = state as [TF.Tensor1D, ...TF.Tensor1D[]]
      const factors = rule.factors(0.01, step).map((factor) => tf.scalar(factor))
      const gradient = tf.mul(tf.sin(tf.mul(first, step)), 0.7 ** step) as TF.Tensor1D
      const update = rule.update(weights, gradient, memory, factors)
      state = [update.weights, ...update.memory] as TF.Tensor1D[]
    }
    return state.map((tensor) => Float32Array.from(tensor.dataSync()))
  })

/** To 2e-6 of the largest, or of 1. */
function expectClose(actual: readonly Float32Array[], expected: readonly Float32Array[] | undefined) {
  expect(actual).toHaveLength(expected?.length ?? -1)
  actual.forEach((values, i) => {
    const wanted = expected?.[i] as Float32Array
    const size = Math.max(1, ...wanted.map(Math.abs))
    values.forEach((value, k) => {
      expect(Math.abs(value - (wanted[k] as number))).toBeLessThan(2e-6 * size)
    })
  })
}

describe('fast kernels agree with stock TensorFlow.js', async () => {
  const stock = new Map<string, Awaited<ReturnType<typeof gradientsOf>>>()
  for (const [name, layers, shape] of CASES) stock.set(name, await gradientsOf(layers, shape))
  const stockAdam = adamSteps()
  installFusedGradients(tf)
  installBiasAdd(tf)
  installFusedBatchNorm(tf)
  const fragments = new Fragments(nativeBackend(tf))
  installAdamUpdate(tf, fragments)
  installLstmLoop(tf, fragments, drop)
  installBlockLstm(tf, drop)
  installGruLoop(tf, fragments, drop)
  installSimpleRnnLoop(tf, fragments, drop)

  it.each(CASES)('%s', async (name, layers, shape) => {
    const expected = stock.get(name)
    await gradientsOf(layers, shape)
    const before = tf.memory().numTensors
    const actual = await gradientsOf(layers, shape)
    expect(tf.memory().numTensors).toBe(before)
    expect(actual.loss).toBeCloseTo(expected?.loss ?? Number.NaN, 6)
    expect(Math.max(...actual.gradients.flatMap((gradient) => [...gradient.map(Math.abs)]))).toBeGreaterThan(0)
    expectClose(actual.gradients, expected?.gradients)
    expectClose(actual.moved, expected?.moved)
  })

  it('adam', () => {
    const before = tf.memory().numTensors
    expectClose(adamSteps(), stockAdam)
    expect(tf.memory().numTensors).toBe(before)
  })

  it('runs one operation for a whole sequence', async () => {
    const layer = lstm()
    const x = tf.ones([BATCH, STEPS, FEATURES])
    // Once before, because drawing orthogonal weights multiplies matrices too.
    layer.apply(x)
    const kernels = await tf.profile(() => layer.apply(x) as TF.Tensor)
    // The stock path multiplies matrices in every step.
    expect(kernels.kernelNames).not.toContain('BatchMatMul')
  })
})
