import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLate, keptShare, startedDaysLate } from './lateness.ts'

const due = new Date('2026-11-24T16:00:00Z')
const later = (ms: number) => new Date(due.getTime() + ms)
const HOUR = 3_600_000

describe('lateness', () => {
  it.each([
    ['a millisecond before', -1, 0],
    ['at the very moment', 0, 1],
    ['a millisecond after', 1, 1],
    ['just under a day after', 24 * HOUR - 1, 1],
    ['exactly a day after', 24 * HOUR, 2],
    ['two and a half days after', 60 * HOUR, 3],
  ])('%s', (_, ms, days) => {
    expect(startedDaysLate(due, later(ms))).toBe(days)
    expect(isLate(due, later(ms))).toBe(days > 0)
  })

  it.each([
    [-1, 0.1, 1],
    [0, 0.1, 0.9],
    [25 * HOUR, 0.1, 0.8],
    [25 * HOUR, 0, 1],
    [240 * HOUR, 0.1, 0],
    [24 * 50 * HOUR, 0.1, 0],
    [0, 1, 0],
  ])('%d ms late at %d a day keeps %d', (ms, perDay, kept) => {
    expect(keptShare(due, later(ms), perDay)).toBeCloseTo(kept, 10)
  })

  it('never keeps more for being later, and stays within 0 and 1', () => {
    const when = fc.integer({ min: -1e9, max: 1e10 })
    fc.assert(
      fc.property(when, when, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, perDay) => {
        const [early, late] = [
          keptShare(due, later(Math.min(a, b)), perDay),
          keptShare(due, later(Math.max(a, b)), perDay),
        ]
        expect(late).toBeLessThanOrEqual(early)
        expect(late).toBeGreaterThanOrEqual(0)
        expect(early).toBeLessThanOrEqual(1)
      }),
    )
  })
})
