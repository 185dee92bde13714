import { expect, it } from 'vitest'
import { quantile, quantiles, spread } from './distribution.ts'

const HUNDRED = Array.from({ length: 100 }, (_, i) => 100 - i)

it('gives values that were measured, whatever order they came in', () => {
  expect(quantiles(HUNDRED)).toEqual({ p50: 51, p95: 96, longest: 100 })
  expect(spread([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3 })
  expect(spread([4, 1])).toEqual({ median: 4, low: 1, high: 4 })
  expect(quantiles([7])).toEqual({ p50: 7, p95: 7, longest: 7 })
})

it('has no figure where nothing was measured', () => {
  expect(() => quantile([], 0.5)).toThrow('nothing was measured')
})
