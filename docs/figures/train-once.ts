import * as tf from '@tensorflow/tfjs'
import { parsePlan } from '../../lib/contract/parse-plan.ts'
import { tabulatePlan } from '../../lib/contract/tabulate-plan.ts'
import type { EpochPoint } from '../../lib/contract/telemetry.ts'
import { train } from '../../lib/training/train.ts'

interface Once {
  model: tf.LayersModel
  /** As a learner writes it. */
  training: object
  task: 'binary' | 'multiclass' | 'regression'
  outputs?: number
  /** Flattened rows. */
  x: ArrayLike<number>[]
  y: number[]
  /** Of one row, where it is no plain list of numbers. */
  rowShape?: number[]
  seed?: number
}

/** Trains a model for a figure with the platform's own trainer, on TensorFlow.js's plain backend. */
export async function trainOnce({ model, training, task, outputs = 1, x, y, rowShape, seed = 1 }: Once) {
  await tf.setBackend('cpu')
  const tabulated = await tabulatePlan(training, { task, limits: {} })
  const plan = parsePlan(tabulated, task, {})
  if (!plan.ok) throw new Error(plan.message)
  const rows = (values: ArrayLike<number>[], shape = [values[0]?.length ?? 0]) => ({
    shape: [values.length, ...shape],
    data: Float32Array.from(values.flatMap((row) => Array.from(row))),
  })
  const curve: EpochPoint[] = []
  const outcome = await train(
    tf,
    {
      topology: JSON.parse(JSON.stringify(model.toJSON(null, false))),
      plan: plan.plan,
      task,
      outputs,
      metric: task === 'regression' ? 'rmse' : 'accuracy',
      seed,
      maxCpuSeconds: 600,
      ordered: false,
      x: rows(x, rowShape),
      y: rows(y.map((value) => [value])),
    },
    { cpuSeconds: () => process.cpuUsage().user / 1e6, wallMs: () => performance.now() },
    { model() {}, step() {}, epoch: (point) => curve.push(point) },
  )
  if (!outcome.ok) throw new Error(outcome.message)
  return {
    curve,
    predict: async (values: ArrayLike<number>[]) => (await outcome.trained.predict(rows(values, rowShape))).data,
  }
}

/** Columns by their mean and standard deviation over `of`. */
export function standardise(rows: number[][], of: number[][] = rows): number[][] {
  const stats = (of[0] ?? []).map((_, i) => {
    const column = of.map((row) => row[i] ?? 0)
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length
    return { mean, sd: Math.sqrt(variance) || 1 }
  })
  return rows.map((row) => row.map((value, i) => (value - (stats[i]?.mean ?? 0)) / (stats[i]?.sd ?? 1)))
}
