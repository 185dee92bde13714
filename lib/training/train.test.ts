import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TrainingPlan } from '../contract/plan.ts'
import type { EpochPoint } from '../contract/telemetry.ts'
import { seededRandom } from './seeded-random.ts'
import { type TrainedModel, train } from './train.ts'
import type { TrainingJob, TrainingSummary } from './training-job.ts'

beforeAll(async () => {
  await tf.setBackend('cpu')
})

const ROWS = 120
const random = seededRandom(1)
const POINTS = Float32Array.from({ length: ROWS * 2 }, () => random() * 2 - 1)
/** Class 1 where x + y > 0. */
const SIDES = Float32Array.from({ length: ROWS }, (_, i) => Number((POINTS[2 * i] ?? 0) + (POINTS[2 * i + 1] ?? 0) > 0))

function topologyOf(...layers: tf.layers.Layer[]): object {
  const model = tf.sequential({ layers })
  const json = model.toJSON(null, false) as object
  model.dispose()
  return json
}
const mlp = (units = 1, activation: 'sigmoid' | 'softmax' | 'linear' = 'sigmoid') =>
  topologyOf(
    tf.layers.dense({ units: 8, activation: 'relu', inputShape: [2] }),
    tf.layers.dropout({ rate: 0.1 }),
    tf.layers.dense({ units, activation }),
  )

const PLAN: TrainingPlan = {
  loss: 'binaryCrossentropy',
  optimizer: 'adam',
  learningRates: Array.from({ length: 6 }, () => 0.05),
  epochs: 6,
  batchSize: 16,
}
const planOf = (change: Partial<TrainingPlan>): TrainingPlan => {
  const plan = { ...PLAN, ...change }
  return { ...plan, learningRates: change.learningRates ?? Array.from({ length: plan.epochs }, () => 0.05) }
}
const jobOf = (change: Partial<TrainingJob> = {}): TrainingJob => ({
  topology: mlp(),
  plan: PLAN,
  task: 'binary',
  outputs: 1,
  metric: 'accuracy',
  seed: 4,
  maxCpuSeconds: 1000,
  ordered: false,
  x: { shape: [ROWS, 2], data: POINTS },
  y: { shape: [ROWS, 1], data: SIDES },
  ...change,
})

async function run(job: TrainingJob, cpuSeconds = () => 0) {
  const points: EpochPoint[] = []
  let clock = 0
  const outcome = await train(
    tf,
    job,
    { cpuSeconds, wallMs: () => ++clock },
    { model: () => {}, step: () => {}, epoch: (point) => void points.push(point) },
  )
  return { outcome, points }
}
async function trained(
  job: TrainingJob,
  cpuSeconds?: () => number,
): Promise<{
  summary: TrainingSummary
  model: TrainedModel
  points: EpochPoint[]
}> {
  const { outcome, points } = await run(job, cpuSeconds)
  if (!outcome.ok) throw new Error(outcome.message)
  return { summary: outcome.summary, model: outcome.trained, points }
}

describe('train', () => {
  it('learns, and tells every epoch', async () => {
    const { summary, points, model } = await trained(jobOf({ plan: planOf({ epochs: 12, validationSplit: 0.25 }) }))
    expect(summary).toMatchObject({ outcome: 'completed', epochsRun: 12, restoredBest: false, steps: 12 * 6 })
    expect(points.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1))
    expect(points.at(-1)?.metric).toBeGreaterThan(0.9)
    expect(points.at(-1)?.valMetric).toBeGreaterThan(0.8)
    expect(points.at(-1)?.loss).toBeLessThan(points[0]?.loss ?? 0)
    expect(points[0]?.layers.map(({ gradientNorm }) => gradientNorm)).toEqual([expect.any(Number), expect.any(Number)])
    const answer = await model.predict({ shape: [2, 2], data: Float32Array.of(0.9, 0.9, -0.9, -0.9) })
    expect(answer.shape).toEqual([2, 1])
    expect(answer.data[0]).toBeGreaterThan(0.5)
    expect(answer.data[1]).toBeLessThan(0.5)
  })

  it('tells the first step at once and then at most ten a second', async () => {
    const told: number[] = []
    let clockMs = 0
    // 24 steps, 30 ms apart.
    const meter = { cpuSeconds: () => 0, wallMs: () => (clockMs += 30) }
    const listener = { model: () => {}, step: (step: { step: number }) => void told.push(step.step), epoch: () => {} }
    await train(tf, jobOf({ plan: planOf({ epochs: 1, batchSize: ROWS / 24 }) }), meter, listener)
    expect(told).toEqual([1, 5, 9, 13, 17, 21])
  })

  it('gives the same weights from the same seed, bit for bit, and others from another', async () => {
    const plan = planOf({ validationSplit: 0.2, augment: [{ op: 'noise', sd: 0.1 }] })
    const [a, b, c] = [
      await trained(jobOf({ plan })),
      await trained(jobOf({ plan })),
      await trained(jobOf({ plan, seed: 5 })),
    ]
    const weights = await a.model.weights()
    expect(await b.model.weights()).toEqual(weights)
    expect(await c.model.weights()).not.toEqual(weights)
    expect(b.points.map(({ loss, valLoss }) => [loss, valLoss])).toEqual(
      a.points.map(({ loss, valLoss }) => [loss, valLoss]),
    )
  })

  it('leaves no tensor behind, neither after training nor after a refusal', async () => {
    const before = tf.memory().numTensors
    const stopping = planOf({ validationSplit: 0.2, earlyStopping: { patience: 1, restoreBest: true }, clipNorm: 1 })
    const { model } = await trained(jobOf({ plan: { ...stopping, classWeight: 'balanced' } }))
    await model.predict({ shape: [2, 2], data: new Float32Array(4) })
    model.dispose()
    await run(jobOf({ outputs: 3, task: 'multiclass' }))
    expect(tf.memory().numTensors).toBe(before)
  })

  it('stops early and puts the best weights back', async () => {
    // Three sound epochs, then steps so large that the validation loss cannot but grow.
    const learningRates = [...[0.05, 0.05, 0.05], ...Array.from({ length: 17 }, () => 5)]
    const plan = planOf({ epochs: 20, learningRates, validationSplit: 0.25 })
    const stopping = { ...plan, earlyStopping: { patience: 3, restoreBest: true } }
    const { summary, points, model } = await trained(jobOf({ plan: stopping }))
    const losses = points.map(({ valLoss }) => valLoss ?? Number.POSITIVE_INFINITY)
    expect(summary.bestEpoch).toBe(losses.indexOf(Math.min(...losses)) + 1)
    expect(summary).toMatchObject({ outcome: 'stopped-early', restoredBest: true, epochsRun: summary.bestEpoch + 3 })

    const upToBest = planOf({
      epochs: summary.bestEpoch,
      learningRates: learningRates.slice(0, summary.bestEpoch),
      validationSplit: 0.25,
    })
    expect(await model.weights()).toEqual(await (await trained(jobOf({ plan: upToBest }))).model.weights())
  })

  it('says that it diverged, with null for losses that are no numbers', async () => {
    const plan = planOf({
      loss: 'meanSquaredError',
      optimizer: 'sgd',
      epochs: 5,
      learningRates: Array.from({ length: 5 }, () => 1000),
    })
    const topology = topologyOf(tf.layers.dense({ units: 8, inputShape: [2] }), tf.layers.dense({ units: 1 }))
    const { summary, points } = await trained(jobOf({ plan, topology, task: 'regression', metric: 'rmse' }))
    expect(summary.outcome).toBe('diverged')
    expect(summary.epochsRun).toBeLessThan(5)
    expect(points.at(-1)?.loss).toBeNull()
  })

  it('stops when the CPU-seconds are spent', async () => {
    let used = 0
    const { summary } = await trained(jobOf({ maxCpuSeconds: 20 }), () => used++)
    expect(summary).toMatchObject({ outcome: 'cpu-limit', epochsRun: 2, steps: 21 })
  })

  it('fits scaled targets and answers in their own units', async () => {
    const y = Float32Array.from({ length: ROWS }, (_, i) => 5000 + 300 * (POINTS[2 * i] ?? 0))
    const plan = planOf({ loss: 'meanSquaredError', epochs: 15, scaleTarget: true })
    const job = jobOf({
      plan,
      topology: mlp(1, 'linear'),
      task: 'regression',
      metric: 'rmse',
      y: { shape: [ROWS, 1], data: y },
    })
    const { model, points } = await trained(job)
    expect(points.at(-1)?.metric).toBeLessThan(120)
    const answer = await model.predict({ shape: [1, 2], data: Float32Array.of(0, 0) })
    expect(Math.abs((answer.data[0] ?? 0) - 5000)).toBeLessThan(100)
  })

  it('listens to class weights', async () => {
    const share = async (classWeight: TrainingPlan['classWeight']) => {
      const topology = topologyOf(
        tf.layers.dense({ units: 1, activation: 'sigmoid', inputShape: [2], kernelInitializer: 'zeros' }),
      )
      const noise = Float32Array.from({ length: ROWS }, (_, i) => Number(i % 10 === 0))
      const plan = planOf({ epochs: 30, ...(classWeight && { classWeight }) })
      const { model } = await trained(jobOf({ topology, plan, y: { shape: [ROWS, 1], data: noise } }))
      return (await model.predict({ shape: [1, 2], data: new Float32Array(2) })).data[0] ?? 0
    }
    expect(await share(undefined)).toBeLessThan(0.2)
    expect(await share('balanced')).toBeGreaterThan(0.4)
  })

  it('sees dead and saturated units', async () => {
    const off = tf.initializers.constant({ value: -100 })
    const topology = topologyOf(
      tf.layers.dense({ units: 4, activation: 'relu', biasInitializer: off, inputShape: [2] }),
      tf.layers.dense({ units: 3, activation: 'sigmoid', biasInitializer: off }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    )
    const { points } = await trained(jobOf({ topology }))
    expect(points[0]?.layers).toMatchObject([
      { deadShare: 1, saturatedShare: null, gradientNorm: 0 },
      { deadShare: null, saturatedShare: 1 },
      { deadShare: null, saturatedShare: null },
    ])
  })

  it('measures how far the answers of hidden layers spread before the first step', async () => {
    const doubled = tf.initializers.identity({ gain: 2 })
    const topology = topologyOf(
      tf.layers.dense({ units: 2, activation: 'relu', kernelInitializer: doubled, inputShape: [2] }),
      tf.layers.dense({ units: 2, activation: 'relu', kernelInitializer: doubled }),
      tf.layers.dense({ units: 1, activation: 'sigmoid' }),
    )
    const { summary } = await trained(jobOf({ topology }))
    const [first, second] = summary.startSpreads
    expect(summary.startSpreads).toHaveLength(2)
    expect(first?.sd).toBeGreaterThan(0)
    expect(second?.sd).toBeCloseTo(2 * (first?.sd ?? 0), 4)
  })

  it('gives a series its last rows to validate', async () => {
    // The last quarter has the opposite label: a model of the first three quarters is wrong there.
    const y = SIDES.map((side, i) => (i < 90 ? side : 1 - side))
    const plan = planOf({ epochs: 10, validationSplit: 0.25 })
    const { points } = await trained(jobOf({ plan, ordered: true, y: { shape: [ROWS, 1], data: y } }))
    expect(points.at(-1)?.valMetric).toBeLessThan(0.2)
  })
})

describe('a model that cannot be trained is refused', () => {
  const input = (...shape: number[]) => ({ batch_input_shape: [null, ...shape] })
  const sequence = { shape: [4, 3, 2], data: new Float32Array(24) }
  /** Written out, because making some of these would already take the memory that refusing them saves. */
  it.each([
    ['another input shape', [['Dense', { units: 1, ...input(3) }]], {}, 'takes rows of shape [3], but'],
    [
      'too few outputs',
      [['Dense', { units: 1, ...input(2) }]],
      { task: 'multiclass', outputs: 3 },
      'this task needs 3',
    ],
    [
      'returnSequences left on',
      [['GRU', { units: 1, return_sequences: true, ...input(3, 2) }]],
      { x: sequence },
      'one answer per step',
    ],
    ['no flatten', [['Dense', { units: 1, ...input(3, 2) }]], { x: sequence }, 'shape [3,1] for each row'],
    [
      'nothing to learn',
      [['Activation', { activation: 'relu', ...input(1) }]],
      { x: { shape: [4, 1], data: new Float32Array(4) } },
      'no weights to train',
    ],
    [
      'too many parameters',
      [
        ['RepeatVector', { n: 1_000_000_000, ...input(2) }],
        ['Flatten', {}],
        ['Dense', { units: 1 }],
      ],
      {},
      'more than 5,000,000 parameters',
    ],
    [
      'too large in the middle',
      [
        ['Dense', { units: 100, ...input(2) }],
        ['RepeatVector', { n: 1_000_000 }],
        ['GlobalAveragePooling1D', {}],
        ['Dense', { units: 1 }],
      ],
      {},
      'million numbers',
    ],
    [
      'NaN among the rows',
      [['Dense', { units: 1, ...input(2) }]],
      { x: { shape: [4, 2], data: Float32Array.of(1, 2, 3, 4, 5, Number.NaN, 7, 8) } },
      'hold NaN (first in row 3)',
    ],
    [
      'rows lost in prepare',
      [['Dense', { units: 1, ...input(2) }]],
      { x: { shape: [3, 2], data: new Float32Array(6) } },
      'gave 3 rows for 4',
    ],
    [
      'tokens the embedding does not know',
      [
        ['Embedding', { input_dim: 3, output_dim: 2, ...input(2) }],
        ['Flatten', {}],
        ['Dense', { units: 1 }],
      ],
      { x: { shape: [4, 2], data: Float32Array.of(0, 1, 2, 0, 1, 2, 3, 0) } },
      'hold 3',
    ],
    [
      'batch normalisation of an inner axis',
      [
        ['BatchNormalization', { axis: 1, ...input(3, 2) }],
        ['Flatten', {}],
        ['Dense', { units: 1 }],
      ],
      { x: sequence },
      'an axis that is not the last',
    ],
    ['a layer that cannot be built', [['Flatten', input(2)]], {}, 'could not be built'],
  ] as [string, [string, object][], Partial<TrainingJob>, string][])('%s', async (_, layers, change, message) => {
    const topology = {
      class_name: 'Sequential',
      config: { name: 'model', layers: layers.map(([className, config]) => ({ class_name: className, config })) },
    }
    const rows = { x: { shape: [4, 2], data: new Float32Array(8) }, y: { shape: [4, 1], data: new Float32Array(4) } }
    const before = tf.memory().numTensors
    const { outcome } = await run(jobOf({ ...rows, topology, ...change }))
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(message) })
    expect(tf.memory().numTensors).toBe(before)
  })
})
