import * as tf from '@tensorflow/tfjs'
import { describe, expect, it, vi } from 'vitest'
import type { TrainingPlan } from '../contract/plan.ts'
import type { Compile } from './compile.ts'
import { createStepper } from './gradient-step.ts'
import { worthHalving } from './halves.ts'

const { layers: L } = tf
const model = (...layers: tf.layers.Layer[]) => tf.sequential({ layers: [...layers, L.dense({ units: 2 })] })
const wide = (more: object = {}) => L.dense({ units: 300, ...more })
/** An orthogonal matrix takes seconds to draw. */
const quick = { recurrentInitializer: 'zeros' } as const

describe('worthHalving', () => {
  it.each<[string, () => tf.LayersModel, number, boolean]>([
    // 200 × 300 + 300 × 2 multiplications a row.
    ['a dense layer, few rows', () => model(wide({ inputShape: [200] })), 198, false],
    ['a dense layer, many rows', () => model(wide({ inputShape: [200] })), 199, true],
    ['a dense layer in a model in the model', () => model(model(wide({ inputShape: [200] }))), 199, true],
    // 26 × 26 pixels, 3 × 3 × 1 × 32 each.
    [
      'a convolution',
      () => model(L.conv2d({ filters: 32, kernelSize: 3, inputShape: [28, 28, 1] }), L.flatten()),
      64,
      true,
    ],
    [
      'a small convolution',
      () => model(L.conv2d({ filters: 4, kernelSize: 3, inputShape: [9, 9, 1] }), L.flatten()),
      64,
      false,
    ],
    // A time step of an LSTM: (8 + 32) × 4 · 32.
    ['an LSTM', () => model(L.lstm({ ...quick, units: 32, inputShape: [50, 8] })), 64, true],
    ['a small GRU, however long', () => model(L.gru({ ...quick, units: 32, inputShape: [900, 8] })), 64, false],
    [
      'an embedding, which multiplies nothing',
      () => model(L.embedding({ inputDim: 9_000, outputDim: 99, inputLength: 9 }), L.globalAveragePooling1d({})),
      64,
      false,
    ],
    ['what batch normalisation follows', () => model(wide({ inputShape: [200] }), L.batchNormalization()), 900, false],
    [
      'batch normalisation at each time step',
      () => model(wide({ inputShape: [9, 200] }), L.timeDistributed({ layer: L.batchNormalization() }), L.flatten()),
      900,
      false,
    ],
    [
      'a bidirectional layer',
      () =>
        model(
          L.bidirectional({
            layer: L.lstm({ ...quick, units: 64 }) as tf.RNN,
            mergeMode: 'concat',
            inputShape: [50, 8],
          } as never),
        ),
      64,
      false,
    ],
  ])('%s', (_, build, batchSize, worth) => {
    expect(worthHalving(build(), batchSize)).toBe(worth)
  })
})

describe('a step of two halves', () => {
  /** Whatever compiles: nothing is faster for it, but the step is that of an engine that does. */
  const compile: Compile = (run) => ({
    run: (inputs) => run(inputs),
    compiledRuns: 0,
    eagerBecause: null,
    dispose() {},
  })
  const ROWS = 11
  const plan: TrainingPlan = {
    loss: 'categoricalCrossentropy',
    optimizer: 'sgd',
    learningRates: [0.5],
    epochs: 1,
    batchSize: ROWS,
    clipNorm: 1,
  }

  async function steps(weighted: boolean, compiled: boolean) {
    const seeded = () => tf.initializers.glorotUniform({ seed: 5 })
    const built = tf.sequential({
      layers: [
        L.lstm({
          ...{ units: 80, inputShape: [3, 8], kernelInitializer: seeded(), recurrentInitializer: seeded() },
          kernelRegularizer: tf.regularizers.l2({ l2: 0.05 }),
        }),
        L.dense({ units: 3, activation: 'softmax', kernelInitializer: seeded() }),
      ],
    })
    expect(worthHalving(built, ROWS)).toBe(true)
    const passes = vi.spyOn(built, 'apply')
    const stepper = createStepper(
      tf,
      built,
      plan,
      [
        [0, 1, 2],
        [3, 4],
      ],
      compiled ? compile : undefined,
    )
    const batch = {
      x: tf.randomUniform([ROWS, 3, 8], -1, 1, 'float32', 1),
      target: tf.oneHot(tf.tensor1d([0, 2, 1, 1, 0, 2, 2, 0, 1, 0, 1], 'int32'), 3).toFloat(),
      weight: weighted ? tf.range(1, ROWS + 1).as1D() : null,
    }
    const results = Array.from({ length: 3 }, () => stepper.step(batch, 0.5, true))
    const tensors = results.flatMap(({ loss, norms, prediction }) => [loss, prediction, norms as tf.Tensor])
    return {
      passes: passes.mock.calls.length,
      numbers: [...tensors, ...built.getWeights()].flatMap((tensor) => [...tensor.dataSync()]),
    }
  }

  it.each([false, true])('comes to what the whole batch comes to (rows weighted: %s)', async (weighted) => {
    const [whole, halves] = [await steps(weighted, false), await steps(weighted, true)]
    expect([whole.passes, halves.passes]).toEqual([3, 6])
    expect(halves.numbers).toHaveLength(whole.numbers.length)
    const apart = whole.numbers.map((value, i) => Math.abs(value - (halves.numbers[i] as number)))
    expect(Math.max(...apart)).toBeLessThan(1e-5)
  })
})
