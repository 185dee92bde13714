import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bars } from '#lib/domain/bars.ts'
import { scoreScale, standingOf } from './score-scale.ts'

const accuracy: Bars = { metric: 'accuracy', baseline: 0.9, pass: 0.945, full: 0.985 }
const rmse: Bars = { metric: 'rmse', baseline: 78, pass: 57, full: 54 }
const cases: Bars = { metric: 'cases', baseline: null, pass: 0.6, full: 1 }

describe('scoreScale', () => {
  it.each([accuracy, rmse, cases])('puts baseline, pass and full in that order for %o', (bars) => {
    const { baseline, pass, full } = scoreScale(bars)
    expect(baseline ?? -1).toBeLessThan(pass)
    expect(pass).toBeLessThan(full)
    expect(full).toBeLessThanOrEqual(1)
  })

  it('ends a share at 1 and starts a by-hand score at 0', () => {
    expect(scoreScale(accuracy).at(1)).toBe(1)
    expect(scoreScale(cases).at(0)).toBe(0)
    expect(scoreScale(cases).at(1)).toBe(1)
  })

  it('moves right with every better score, inside the track', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 200, noNaN: true }),
        (a, b) => {
          const { at } = scoreScale(rmse)
          const [better, worse] = a < b ? [a, b] : [b, a]
          expect(at(better)).toBeGreaterThanOrEqual(at(worse))
          expect(at(a)).toBeGreaterThanOrEqual(0)
          expect(at(a)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('standingOf', () => {
  it.each([
    [accuracy, 0.985, 'full'],
    [accuracy, 0.9849, 'pass'],
    [accuracy, 0.945, 'pass'],
    [accuracy, 0.9449, 'above-baseline'],
    [accuracy, 0.9, 'baseline'],
    [rmse, 54, 'full'],
    [rmse, 57, 'pass'],
    [rmse, 60, 'above-baseline'],
    [rmse, 78, 'baseline'],
    [rmse, 90, 'baseline'],
    [cases, 1, 'full'],
    [cases, 0, 'above-baseline'],
  ] as const)('%o scored %d: %s', (bars, score, standing) => {
    expect(standingOf(bars, score)).toBe(standing)
  })
})
