import { type Rows, sizeOf } from '#lib/contract/rows.ts'

/** Mean and population standard deviation of each column of the last axis, over everything before it. */
export function columnStats(rows: Rows): { mean: number; sd: number }[] {
  const width = rows.shape.at(-1) ?? 1
  const count = sizeOf(rows.shape) / width
  const sum = new Float64Array(width)
  const square = new Float64Array(width)
  for (let i = 0; i < rows.data.length; i++) {
    const column = i % width
    const value = rows.data[i] as number
    sum[column] = (sum[column] as number) + value
    square[column] = (square[column] as number) + value * value
  }
  return Array.from(sum, (total, column) => {
    const mean = total / count
    return { mean, sd: Math.sqrt(Math.max(0, (square[column] as number) / count - mean * mean)) }
  })
}

/** Largest difference between two blocks of one shape, relative to the larger of 1 and the reference's magnitude. */
export function maxRelativeDifference(reference: Rows, other: Rows): number {
  if (reference.data.length !== other.data.length) return Number.POSITIVE_INFINITY
  let worst = 0
  for (let i = 0; i < reference.data.length; i++) {
    const a = reference.data[i] as number
    const difference = Math.abs(a - (other.data[i] as number)) / Math.max(1, Math.abs(a))
    // NaN compares false with everything; it must count as different.
    if (!(difference <= worst)) worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference
  }
  return worst
}
