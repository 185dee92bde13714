import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeOn, scaleOf } from './plot-scale.ts'

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true })

it('holds every value, with a few ticks in order', () => {
  fc.assert(
    fc.property(fc.array(finite, { minLength: 1, maxLength: 50 }), (values) => {
      const { low, high, ticks } = scaleOf(values, 5)
      const room = (high - low) * 1e-6
      for (const value of values) {
        expect(value).toBeGreaterThanOrEqual(low - room)
        expect(value).toBeLessThanOrEqual(high + room)
      }
      expect(high).toBeGreaterThan(low)
      expect(ticks.length).toBeLessThanOrEqual(9)
      expect([...ticks].sort((a, b) => a - b)).toEqual(ticks)
    }),
  )
})

it.each([
  [
    [0, 1],
    [0, 0.2, 0.4, 0.6, 0.8, 1],
  ],
  [
    [0, 98],
    [0, 20, 40, 60, 80, 100],
  ],
  [[], [0, 0.2, 0.4, 0.6, 0.8, 1]],
])('has whole ticks for %j', (values, ticks) => {
  expect(scaleOf(values, 5).ticks).toEqual(ticks)
})

it('places its ends at the ends', () => {
  const place = placeOn({ low: -1, high: 3 }, 200)
  expect([place(-1), place(1), place(3)]).toEqual([0, 100, 200])
})
