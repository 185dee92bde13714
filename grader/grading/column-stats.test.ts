import { describe, expect, it } from 'vitest'
import { columnStats, maxRelativeDifference } from './column-stats.ts'

const rows = (shape: number[], ...data: number[]) => ({ shape, data: Float32Array.from(data) })

describe('columnStats', () => {
  it('gives mean and population sd of each column', () => {
    expect(columnStats(rows([4, 2], 1, 10, 2, 10, 3, 10, 4, 10))).toEqual([
      { mean: 2.5, sd: Math.sqrt(1.25) },
      { mean: 10, sd: 0 },
    ])
  })
})

describe('maxRelativeDifference', () => {
  it.each([
    ['equal rows', [1, 2], [1, 2], 0],
    ['a difference below 1 counts absolutely', [0, 0], [0.25, 0], 0.25],
    ['a difference of large values counts relatively', [100, 0], [150, 0], 0.5],
    ['not a number is as different as can be', [1, 1], [Number.NaN, 1], Number.POSITIVE_INFINITY],
  ])('%s', (_, a, b, expected) => {
    expect(maxRelativeDifference(rows([1, 2], ...a), rows([1, 2], ...b))).toBe(expected)
  })
})
