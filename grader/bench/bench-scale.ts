import type { LearningCurve } from '#lib/contract/learning-curve.ts'
import { accuracy } from '#lib/domain/metrics.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { scaleModels } from './scale-models.ts'
import { drawScaleRows, firstRows } from './scale-rows.ts'

const DATASET = 'mill-sensors'

type Models = LearningCurve['models']
type Point = Models[number]['points'][number]

export interface ScaleBenchOptions {
  root: string
  trainer: Trainer
  /** Numbers of training rows, rising. */
  sizes: number[]
  testRows: number
  onPoint: (title: string, point: Point) => void
}

/** How well each model does with how many rows, and what it costs: each size begins with the rows of the one before. */
export async function benchScale({ root, trainer, sizes, testRows, onPoint }: ScaleBenchOptions): Promise<Models> {
  const all = await drawScaleRows(root, DATASET, 'train', Math.max(...sizes))
  const test = await drawScaleRows(root, DATASET, 'test', testRows)
  const measured: Models = []
  for (const { id, title, params, fit } of scaleModels(trainer)) {
    const points: Point[] = []
    for (const rows of sizes) {
      const { predicted, fitCpuSeconds, predictSeconds } = await fit(firstRows(all, rows), test.x)
      const point = { rows, accuracy: accuracy(test.y, predicted), fitCpuSeconds, predictSeconds }
      points.push(point)
      onPoint(title, point)
    }
    measured.push({ id, title, params, points })
  }
  return measured
}
