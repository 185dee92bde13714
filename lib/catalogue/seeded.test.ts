import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyedHash } from './keyed-hash.ts'
import { seeded } from './seeded.ts'

const rngOf = (name: string) => seeded(keyedHash('test', name))
const draw = (count: number, next: () => number) => Array.from({ length: count }, next)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

it('depends on the seed alone', () => {
  expect(draw(5, rngOf('a').uniform)).toEqual(draw(5, rngOf('a').uniform))
  expect(draw(5, rngOf('a').uniform)).not.toEqual(draw(5, rngOf('b').uniform))
})

// Bounds are five standard errors of the mean of 20,000 draws.
describe('distributions', () => {
  const many = 20_000
  it('uniform', () => {
    const values = draw(many, rngOf('uniform').uniform)
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / many))
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
  })
  it('normal', () => {
    const rng = rngOf('normal')
    const values = draw(many, () => rng.normal(3, 2))
    expect(Math.abs(mean(values) - 3)).toBeLessThan((5 * 2) / Math.sqrt(many))
    expect(Math.abs(mean(values.map((value) => (value - 3) ** 2)) - 4)).toBeLessThan(
      (5 * 4 * Math.SQRT2) / Math.sqrt(many),
    )
  })
  it('int', () => {
    const rng = rngOf('int')
    const counts = [0, 0, 0]
    for (const value of draw(many, () => rng.int(3))) counts[value] = (counts[value] ?? 0) + 1
    for (const count of counts) expect(Math.abs(count - many / 3)).toBeLessThan(5 * Math.sqrt((many * 2) / 9))
  })
})

it('shuffles into a copy that holds the same items', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (items, name) => {
      const before = [...items]
      const shuffled = rngOf(name).shuffle(items)
      expect(items).toEqual(before)
      expect([...shuffled].sort()).toEqual([...items].sort())
    }),
  )
  const hundred = Array.from({ length: 100 }, (_, i) => i)
  expect(rngOf('x').shuffle(hundred)).not.toEqual(hundred)
})

it('has nothing to pick from an empty list', () => expect(() => rngOf('x').pick([])).toThrow(RangeError))
