import { createRequire } from 'node:module'
import type * as TF from '@tensorflow/tfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import { PredictionRefused, type Trainer, TrainerFault, type TrainingEvents } from '#grader/trainer/trainer.ts'
import type { Rows } from '#lib/contract/rows.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'

// Only its layers' JSON is wanted here: the CommonJS build spares the test the module graph.
const tf = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof TF

let trainer: Trainer
beforeAll(async () => {
  trainer = await startTrainer({ threads: 2, oneDnn: 'convolutions' })
})
afterAll(async () => {
  await trainer.stop()
})

const silent: TrainingEvents = { model: () => {}, step: () => {}, epoch: () => {} }
type Request = Parameters<Trainer['train']>[0]

/** Rows whose class is where their largest values lie: thirds of the flattened row. */
function blobs(rows: number, shape: number[]): { x: Rows; y: Rows } {
  const random = seededRandom(9)
  const width = shape.reduce((a, b) => a * b, 1)
  const x = new Float32Array(rows * width)
  const y = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const label = Math.floor(random() * 3)
    y[row] = label
    for (let i = 0; i < width; i++) x[row * width + i] = random() + (Math.floor((3 * i) / width) === label ? 0.5 : 0)
  }
  return { x: { shape: [rows, ...shape], data: x }, y: { shape: [rows, 1], data: y } }
}

const MODELS: Record<string, { shape: number[]; layers: () => TF.layers.Layer[] }> = {
  dense: {
    shape: [6],
    layers: () => [
      tf.layers.dense({ units: 12, activation: 'relu', inputShape: [6] }),
      tf.layers.dropout({ rate: 0.2 }),
    ],
  },
  // So many weights that Adam moves them in one operation.
  'wide dense': {
    shape: [300],
    layers: () => [tf.layers.dense({ units: 256, activation: 'tanh', inputShape: [300] })],
  },
  cnn: {
    shape: [9, 9, 1],
    layers: () => [
      tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu', inputShape: [9, 9, 1] }),
      tf.layers.batchNormalization(),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
    ],
  },
  'large cnn': {
    shape: [24, 24, 4],
    layers: () => [
      tf.layers.conv2d({
        ...{ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu', inputShape: [24, 24, 4] },
        // Gradients go on when it knows all rows.
        kernelRegularizer: tf.regularizers.l2(),
      }),
      tf.layers.batchNormalization({ momentum: 0.8 }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
    ],
  },
  // So much to multiply that a step takes its batch in two halves; the LSTM, too.
  'larger cnn': {
    shape: [24, 24, 4],
    layers: () => [
      tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: 'tanh', inputShape: [24, 24, 4] }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 48, kernelSize: 3, activation: 'tanh' }),
      tf.layers.dropout({ rate: 0.2 }),
      tf.layers.averagePooling2d({ poolSize: 3 }),
      tf.layers.flatten(),
    ],
  },
  'larger lstm': {
    shape: [9, 2],
    layers: () => [tf.layers.lstm({ units: 72, recurrentInitializer: 'glorotUniform', inputShape: [9, 2] })],
  },
  gru: { shape: [9, 2], layers: () => [tf.layers.gru({ units: 6, inputShape: [9, 2] })] },
  lstm: {
    shape: [9, 2],
    layers: () => [tf.layers.lstm({ units: 6, recurrentActivation: 'sigmoid', inputShape: [9, 2] })],
  },
}
const requestFor = (name: string, change: Partial<Request> = {}): Request => {
  const model = tf.sequential({
    layers: [
      ...(MODELS[name] as (typeof MODELS)[string]).layers(),
      tf.layers.dense({ units: 3, activation: 'softmax' }),
    ],
  })
  return {
    topology: JSON.stringify(model.toJSON(null, false)),
    plan: {
      loss: 'categoricalCrossentropy',
      optimizer: 'adam',
      learningRates: Array.from({ length: 8 }, () => 0.03),
      epochs: 8,
      batchSize: 16,
      validationSplit: 0.2,
    },
    task: 'multiclass',
    outputs: 3,
    seed: 3,
    maxCpuSeconds: 120,
    ordered: false,
    ...change,
  }
}

it('says what it runs on', () => {
  expect(trainer.engine).toMatchObject({ tfjs: '4.22.0', threads: 2, oneDnn: 'convolutions' })
  expect(trainer.engine.libtensorflow).toMatch(/^2\.\d+\.\d+/)
})

it.each([1, 2])(
  'gives the same weights in another process of %i threads, box and all, bit for bit',
  async (threads) => {
    const other = await startTrainer({ threads, oneDnn: 'convolutions' })
    try {
      for (const name of Object.keys(MODELS)) {
        const { x, y } = blobs(160, (MODELS[name] as (typeof MODELS)[string]).shape)
        const [one, two] = [
          await trainer.train(requestFor(name), x, y, silent),
          await other.train(requestFor(name), x, y, silent),
        ]
        if (!one.ok || !two.ok) throw new Error('refused')
        expect(two.trained.weightsHash, name).toBe(one.trained.weightsHash)
        const reseeded = await other.train(requestFor(name, { seed: 4 }), x, y, silent)
        expect(reseeded.ok && reseeded.trained.weightsHash).not.toBe(one.trained.weightsHash)
      }
    } finally {
      await other.stop()
    }
  },
)

it('comes to the same without oneDNN, which convolutions run on and dense layers do not', async () => {
  const without = await startTrainer({ threads: 2, oneDnn: 'off' })
  expect(without.engine.oneDnn).toBe('off')
  try {
    for (const name of ['dense', 'large cnn', 'larger cnn']) {
      const { x, y } = blobs(160, (MODELS[name] as (typeof MODELS)[string]).shape)
      const request = requestFor(name)
      // Adam would blow up the rounding of a bias whose gradient is 0, before batch normalisation.
      request.plan = { ...request.plan, optimizer: 'sgd', epochs: 1, learningRates: [0.01] }
      const [ours, theirs] = [await trainer.train(request, x, y, silent), await without.train(request, x, y, silent)]
      if (!ours.ok || !theirs.ok) throw new Error('refused')
      expect(ours.trained.weightsHash === theirs.trained.weightsHash, name).toBe(name === 'dense')
      const [one, other] = [ours.weights, theirs.weights].map(
        (bytes) => new Float32Array(Uint8Array.from(bytes).buffer),
      )
      const apart = (one as Float32Array).map((value, i) => Math.abs(value - ((other as Float32Array)[i] as number)))
      expect(Math.max(...apart), name).toBeLessThan(1e-4)
    }
  } finally {
    await without.stop()
  }
})

describe.each(Object.keys(MODELS))('%s', (name) => {
  const { x, y } = blobs(160, (MODELS[name] as (typeof MODELS)[string]).shape)

  it('learns, gives the same weights every time, and predicts with them', async () => {
    const points: EpochPoint[] = []
    const first = await trainer.train(requestFor(name), x, y, { ...silent, epoch: (point) => points.push(point) })
    const again = await trainer.train(requestFor(name), x, y, silent)
    if (!first.ok || !again.ok) throw new Error('refused')
    expect(points).toHaveLength(8)
    expect(points.at(-1)?.metric).toBeGreaterThan(0.8)
    expect(points.every(({ layers }) => layers.some(({ gradientNorm }) => (gradientNorm ?? 0) > 0))).toBe(true)
    // 128 rows in batches of 16: one shape, whose first two steps are not compiled.
    expect(first.trained).toMatchObject({ steps: 64, compiledSteps: 62, eagerBecause: null })
    expect(again.trained.weightsHash).toBe(first.trained.weightsHash)
    expect(again.weights).toEqual(first.weights)

    const answer = await trainer.predict(x)
    expect(answer.shape).toEqual([160, 3])
    const right = y.data.filter((label, row) => {
      const [a, b, c] = answer.data.subarray(3 * row, 3 * row + 3) as unknown as [number, number, number]
      return [a, b, c].indexOf(Math.max(a, b, c)) === label
    })
    expect(right.length / 160).toBeGreaterThan(0.8)
  })
})

it('refuses what it cannot train, and goes on', async () => {
  const { x, y } = blobs(32, [9, 2])
  const sequences = tf.sequential({ layers: [tf.layers.gru({ units: 3, returnSequences: true, inputShape: [9, 2] })] })
  const refused = await trainer.train(
    requestFor('gru', { topology: JSON.stringify(sequences.toJSON(null, false)) }),
    ...([x, y, silent] as const),
  )
  expect(refused).toMatchObject({ ok: false, message: expect.stringContaining('one answer per step') })
  const strange = JSON.stringify({ class_name: 'Sequential', config: { layers: [{ class_name: 'Evil', config: {} }] } })
  expect(await trainer.train(requestFor('gru', { topology: strange }), x, y, silent)).toMatchObject({ ok: false })
  expect(await trainer.train(requestFor('gru'), x, y, silent)).toMatchObject({ ok: true })
  await expect(trainer.predict({ shape: [2, 5], data: new Float32Array(10) })).rejects.toThrow(PredictionRefused)
  await trainer.forget()
})

it('becomes a TrainerFault when it is asked for the impossible, or stopped in the middle', async () => {
  const doomed = await startTrainer({ threads: 1, oneDnn: 'convolutions' })
  await expect(doomed.predict({ shape: [1, 2], data: new Float32Array(2) })).rejects.toThrow(/before training/)
  await expect(doomed.forget()).rejects.toThrow(TrainerFault)

  const stopped = await startTrainer({ threads: 1, oneDnn: 'convolutions' })
  const { x, y } = blobs(160, [6])
  const long = requestFor('dense', {
    plan: { ...requestFor('dense').plan, epochs: 5000, learningRates: Array.from({ length: 5000 }, () => 0.001) },
  })
  const steps: number[] = []
  const training = stopped.train(long, x, y, {
    ...silent,
    step: ({ epoch }) => {
      steps.push(epoch)
      if (steps.length === 3) void stopped.stop()
    },
  })
  await expect(training).rejects.toThrow(TrainerFault)
  expect(steps.length).toBeGreaterThanOrEqual(3)
})
