import type { Rows } from '../contract/rows.ts'

/** How labels become what the model is fitted to, and how its answers become predictions again. */
export interface TargetScale {
  mean: number
  sd: number
}

export const UNSCALED: TargetScale = { mean: 0, sd: 1 }

/** Mean and standard deviation (population) of the targets; a constant target is only centred. */
export function scaleOf(values: Float32Array): TargetScale {
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  const sd = Math.sqrt(squares / values.length)
  return { mean, sd: sd > 0 ? sd : 1 }
}

/** Class indices [n, 1] as one-hot rows [n, classes]. */
export function oneHot(labels: Rows, classes: number): Rows {
  const data = new Float32Array(labels.data.length * classes)
  labels.data.forEach((label, row) => {
    data[row * classes + label] = 1
  })
  return { shape: [labels.data.length, classes], data }
}

export const scaled = (targets: Rows, { mean, sd }: TargetScale): Rows => ({
  shape: targets.shape,
  data: targets.data.map((value) => (value - mean) / sd),
})

export const unscaled = (predictions: Float32Array, { mean, sd }: TargetScale): Float32Array =>
  mean === 0 && sd === 1 ? predictions : predictions.map((value) => value * sd + mean)
