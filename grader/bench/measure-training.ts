import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { LayersModel } from '@tensorflow/tfjs'
import { OneDnn } from '#lib/contract/engine-profile.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'
import { train } from '#lib/training/train.ts'
import { loadEngine } from '../trainer/load-engine.ts'
import { speedUp } from '../trainer/speed-up.ts'
import { CLASSES, TRAINING_CASES, type TrainingCase } from './training-cases.ts'

/**
 * One measurement in a process of its own: trains a case one way and prints a `Measurement`. The first epoch, with all
 * that happens once, is timed apart from the others.
 */
const EPOCHS = 3

const { values } = parseArgs({
  options: { case: { type: 'string' }, side: { type: 'string' }, 'one-dnn': { type: 'string' } },
})
const chosen = TRAINING_CASES[values.case ?? '']
if (!chosen) throw new Error(`no case ${values.case}`)

const tf = loadEngine()
const clock = () => {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1e6, wall: performance.now() / 1000 }
}

function data({ shape, rows, tokens }: TrainingCase): { x: Float32Array; y: Float32Array } {
  const random = seededRandom(1)
  const x = Float32Array.from({ length: rows * shape.reduce((a, b) => a * b, 1) }, () =>
    tokens ? Math.floor(random() * tokens) : random(),
  )
  return { x, y: Float32Array.from({ length: rows }, () => Math.floor(random() * CLASSES)) }
}

const build = (one: TrainingCase): LayersModel =>
  tf.sequential({ layers: [...one.layers(tf), tf.layers.dense({ units: CLASSES, activation: 'softmax' })] })

/** The number of parameters that it trained. */
async function stock(one: TrainingCase, epochEnd: () => void): Promise<number> {
  const { x, y } = data(one)
  const model = build(one)
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] })
  const target = tf.oneHot(tf.tensor1d(y, 'int32'), CLASSES).toFloat()
  await model.fit(tf.tensor(x, [one.rows, ...one.shape]), target, {
    epochs: EPOCHS,
    batchSize: one.batchSize,
    verbose: 0,
    callbacks: { onEpochEnd: async () => epochEnd() },
  })
  return model.countParams()
}

async function ours(one: TrainingCase, epochEnd: () => void): Promise<number> {
  const { compile } = speedUp(tf, OneDnn.parse(values['one-dnn']))
  const { x, y } = data(one)
  const model = build(one)
  const outcome = await train(
    tf,
    {
      topology: model.toJSON(null, false) as object,
      plan: {
        loss: 'categoricalCrossentropy',
        optimizer: 'adam',
        learningRates: Array.from({ length: EPOCHS }, () => 0.001),
        epochs: EPOCHS,
        batchSize: one.batchSize,
      },
      task: 'multiclass',
      outputs: CLASSES,
      metric: 'accuracy',
      seed: 1,
      maxCpuSeconds: 3600,
      ordered: false,
      x: { shape: [one.rows, ...one.shape], data: x },
      y: { shape: [one.rows, 1], data: y },
    },
    { cpuSeconds: () => clock().cpu, wallMs: () => performance.now() },
    { model: () => {}, step: () => {}, epoch: epochEnd },
    compile,
  )
  if (!outcome.ok) throw new Error(outcome.message)
  return model.countParams()
}

const start = clock()
const ends: (typeof start)[] = []
const params = await (values.side === 'stock' ? stock : ours)(chosen, () => ends.push(clock()))
const [first, last] = [ends[0], ends.at(-1)]
if (!first || !last) throw new Error('no epoch ended')
const samples = chosen.rows * (EPOCHS - 1)
writeSync(
  1,
  JSON.stringify({
    params,
    samplesPerCpuSecond: samples / (last.cpu - first.cpu),
    samplesPerSecond: samples / (last.wall - first.wall),
    firstEpochCpuSeconds: first.cpu - start.cpu,
  }),
)
process.exit(0)
