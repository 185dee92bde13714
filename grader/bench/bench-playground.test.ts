import { expect, it } from 'vitest'
import { figuresOf } from './bench-playground.ts'

it('says how many frames a second, and how long the middle, the slow and the slowest took', () => {
  const intervals = [...Array.from({ length: 18 }, () => 10), 50, 100]
  expect(figuresOf(intervals)).toEqual({
    frames: 20,
    framesPerSecond: (20 / 330) * 1000,
    p50Milliseconds: 10,
    p95Milliseconds: 100,
    longestMilliseconds: 100,
  })
})
