import { expect, it } from 'vitest'
import { figuresOf } from './bench-playground.ts'

it('says how many frames a second, how long they took, and the work in each', () => {
  const intervals = [...Array.from({ length: 18 }, () => 10), 50, 100]
  expect(figuresOf({ intervals, mainThreadMilliseconds: 80 })).toEqual({
    frames: 20,
    framesPerSecond: (20 / 330) * 1000,
    p50Milliseconds: 10,
    p95Milliseconds: 100,
    longestMilliseconds: 100,
    mainThreadMilliseconds: 4,
  })
})
