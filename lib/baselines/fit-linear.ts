import { Matrix, solve } from 'ml-matrix'
import type { Design, Predict } from './design.ts'

/** Keeps the normal equations solvable where columns depend on each other; far below what changes a score. */
const RIDGE = 1e-6

/** Least squares with an intercept, by the normal equations. */
export function fitLinear({ columns, rows }: Design, targets: readonly number[]): Predict {
  const width = columns + 1
  const normal = Matrix.zeros(width, width)
  const right = Matrix.zeros(width, 1)
  rows.forEach((row, r) => {
    const target = targets[r] as number
    for (let i = 0; i < width; i++) {
      const left = row[i] ?? 1
      right.set(i, 0, right.get(i, 0) + left * target)
      for (let j = i; j < width; j++) normal.set(i, j, normal.get(i, j) + left * (row[j] ?? 1))
    }
  })
  for (let i = 0; i < width; i++) {
    if (i < columns) normal.set(i, i, normal.get(i, i) + RIDGE * rows.length)
    for (let j = 0; j < i; j++) normal.set(i, j, normal.get(j, i))
  }
  const weights = solve(normal, right).to1DArray()
  return (row) => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), weights[columns] ?? 0)
}
