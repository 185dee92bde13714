import fc from 'fast-check'
import { expect, it } from 'vitest'
import { integer, normal, permutation, seededRandom, withSeededMathRandom } from './seeded-random.ts'

const draw = (seed: number, stream?: string) => {
  const random = seededRandom(seed, stream)
  return Array.from({ length: 5 }, random)
}

it('depends on seed and stream only', () => {
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7, 'order')).not.toEqual(draw(7, 'augmentation'))
})

it('is uniform: mean and variance of 100,000 numbers', () => {
  const random = seededRandom(1)
  const numbers = Array.from({ length: 100_000 }, random)
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  const variance = numbers.reduce((sum, n) => sum + (n - mean) ** 2, 0) / numbers.length
  expect(mean).toBeCloseTo(0.5, 2)
  expect(variance).toBeCloseTo(1 / 12, 2)
  expect(Math.min(...numbers.slice(0, 1000))).toBeGreaterThanOrEqual(0)
})

it('gives normal numbers of mean 0 and variance 1', () => {
  const random = seededRandom(2)
  const numbers = Array.from({ length: 50_000 }, () => normal(random))
  const mean = numbers.reduce((sum, n) => sum + n, 0) / numbers.length
  expect(mean).toBeCloseTo(0, 1)
  expect(numbers.reduce((sum, n) => sum + n * n, 0) / numbers.length).toBeCloseTo(1, 1)
})

it('permutes: every row once', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer(), (n, seed) => {
      expect([...permutation(n, seededRandom(seed))].sort((a, b) => a - b)).toEqual(
        Array.from({ length: n }, (_, i) => i),
      )
    }),
  )
})

it('draws whole numbers with both ends included', () => {
  const random = seededRandom(3)
  expect(new Set(Array.from({ length: 200 }, () => integer(random, -1, 1)))).toEqual(new Set([-1, 0, 1]))
})

it('puts Math.random back, whatever happens', async () => {
  const original = Math.random
  const twice = [
    await withSeededMathRandom(5, async () => Math.random()),
    await withSeededMathRandom(5, async () => Math.random()),
  ]
  expect(twice[0]).toBe(twice[1])
  await expect(withSeededMathRandom(5, () => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(Math.random).toBe(original)
})
