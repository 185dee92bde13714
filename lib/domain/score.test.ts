import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowerIsBetter } from './metric.ts'
import { type Bars, scorePart } from './score.ts'

const accuracy: Bars = { metric: 'accuracy', baseline: 0.4, passBar: 0.9, fullBar: 0.96 }
const error: Bars = { metric: 'rmse', baseline: 71, passBar: 62, fullBar: 56 }

describe.each([
  {
    name: 'higher is better',
    bars: accuracy,
    table: [
      [0, 0],
      [0.4, 0],
      [0.65, 25],
      [0.9, 50],
      [0.93, 65],
      [0.96, 80],
      [1, 80],
    ],
  },
  {
    name: 'lower is better',
    bars: error,
    table: [
      [500, 0],
      [71, 0],
      [66.5, 25],
      [62, 50],
      [59, 65],
      [56, 80],
      [0, 80],
    ],
  },
])('$name', ({ bars, table }) => {
  it.each(table)('%d is worth %d', (value, points) =>
    expect(scorePart(bars, value as number)).toBeCloseTo(points as number, 10),
  )
})

it('gives nothing for a score that is not a number', () => expect(scorePart(accuracy, Number.NaN)).toBe(0))

const anyBars: fc.Arbitrary<Bars> = fc
  .record({
    metric: fc.constantFrom('accuracy' as const, 'macroF1' as const, 'rmse' as const),
    start: fc.double({ min: -10, max: 10, noNaN: true }),
    toPass: fc.double({ min: 1e-3, max: 10, noNaN: true }),
    toFull: fc.double({ min: 1e-3, max: 10, noNaN: true }),
  })
  .map(({ metric, start, toPass, toFull }) => {
    const way = lowerIsBetter(metric) ? -1 : 1
    return { metric, baseline: start, passBar: start + way * toPass, fullBar: start + way * (toPass + toFull) }
  })

it('never falls when the metric gets better, and stays between 0 and 80', () => {
  const value = fc.double({ min: -40, max: 40, noNaN: true })
  fc.assert(
    fc.property(anyBars, value, value, (bars, a, b) => {
      const [worse, better] = lowerIsBetter(bars.metric) === a > b ? [a, b] : [b, a]
      expect(scorePart(bars, better)).toBeGreaterThanOrEqual(scorePart(bars, worse))
      expect(scorePart(bars, a)).toBeGreaterThanOrEqual(0)
      expect(scorePart(bars, a)).toBeLessThanOrEqual(80)
    }),
  )
})

it('is 0, 50 and 80 at the three bars', () => {
  fc.assert(
    fc.property(anyBars, (bars) => {
      expect(scorePart(bars, bars.baseline)).toBe(0)
      expect(scorePart(bars, bars.passBar)).toBeCloseTo(50, 6)
      expect(scorePart(bars, bars.fullBar)).toBe(80)
    }),
  )
})
