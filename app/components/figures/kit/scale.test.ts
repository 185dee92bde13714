import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixed, powerOfTen, short } from './number.ts'
import { linearScale, logScale, roundTicks } from './scale.ts'

describe('roundTicks', () => {
  it.each([
    [[0, 1], 4, [0, 0.5, 1]],
    [[0, 10], 5, [0, 2, 4, 6, 8, 10]],
    [[-1, 1], 4, [-1, -0.5, 0, 0.5, 1]],
    [[3, 3], 4, [3]],
  ] as const)('%j in about %d', (domain, count, ticks) => {
    expect(roundTicks(domain, count)).toEqual(ticks)
  })

  it('stays inside the domain', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 5000 }), (from, width) => {
        for (const tick of roundTicks([from, from + width], 5)) {
          expect(tick).toBeGreaterThanOrEqual(from - 1e-6)
          expect(tick).toBeLessThanOrEqual(from + width + 1e-6)
        }
      }),
    )
  })
})

describe('scales', () => {
  it('find their way back', () => {
    const line = linearScale([-2, 6], [100, 0])
    const log = logScale([1e-6, 10], [0, 70])
    for (const value of [0.001, 0.5, 3]) {
      expect(line.invert(line.at(value))).toBeCloseTo(value, 9)
      expect(log.invert(log.at(value))).toBeCloseTo(value, 9)
    }
    expect(log.at(0)).toBe(0)
    expect(log.at(1)).toBeCloseTo(60)
    expect(log.ticks).toEqual([1e-6, 1e-4, 1e-2, 1].map((tick) => expect.closeTo(tick, 12)))
  })
})

describe('numbers', () => {
  it.each([
    [fixed(-0.001), '0.00'],
    [fixed(-1.5, 1), '−1.5'],
    [fixed(Number.NaN), '–'],
    [powerOfTen(-12), '10⁻¹²'],
    [short(0.1234), '0.123'],
    [short(2.13e-7), '2.1 · 10⁻⁷'],
    [short(0), '0'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected)
  })
})
