import { describe, expect, it } from 'vitest'
import { describePath, gradientEntry, nudged, numberPaths } from './gradient-check.ts'

const params = {
  W1: [
    [1, 2],
    [3, 4],
  ],
  b1: [5],
}

describe('paths into nested numbers', () => {
  it('visits every number once, in order', () => {
    const paths = numberPaths(params)
    expect(paths.map(describePath)).toEqual(['dW1[0][0]', 'dW1[0][1]', 'dW1[1][0]', 'dW1[1][1]', 'db1[0]'])
  })

  it('nudges one number of a copy', () => {
    expect(nudged(params, ['W1', 1, 0], 0.5)).toEqual({ ...params, W1: [params.W1[0], [3.5, 4]] })
    expect(params.W1[1]).toEqual([3, 4])
  })

  it('finds the entry of a gradient that belongs to a number', () => {
    const gradient = { dW1: [[0.1], 'no array'], db1: [0.5] }
    expect(gradientEntry(gradient, ['b1', 0])).toBe(0.5)
    expect(gradientEntry(gradient, ['W1', 0, 0])).toBe(0.1)
    expect(gradientEntry(gradient, ['W1', 0, 1])).toBeNull()
    expect(gradientEntry(gradient, ['W1', 1, 0])).toBeNull()
    expect(gradientEntry(gradient, ['b2', 0])).toBeNull()
    expect(gradientEntry(null, ['b1', 0])).toBeNull()
  })
})
