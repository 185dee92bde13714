import { describe, expect, it } from 'vitest'
import { attemptsLeft, costsAttempt, dayOf, effectiveRun } from './attempts.ts'
import type { Verdict } from './verdict.ts'

const runs = (...verdicts: (Verdict | null)[]) => verdicts.map((verdict, i) => ({ number: i + 1, verdict }))

describe('effectiveRun and costsAttempt', () => {
  it.each<[string, (Verdict | null)[], number | null, boolean]>([
    ['still being graded', [null], null, true],
    ['scored', ['scored'], 1, true],
    ["the learner's fault", ['timed_out'], 1, true],
    ['a platform error', ['platform_error'], 1, false],
    ['regraded', ['scored', 'compile_error'], 2, true],
    ['being regraded', ['scored', null], 1, true],
    ['a regrade that failed on our side', ['scored', 'platform_error'], 1, true],
    ['a platform error being tried again', ['platform_error', null], 1, true],
    ['a platform error made good', ['platform_error', 'scored'], 2, true],
    ['two platform errors', ['platform_error', 'platform_error'], 2, false],
  ])('%s', (_, verdicts, number, costs) => {
    expect(effectiveRun(runs(...verdicts))?.number ?? null).toBe(number)
    expect(effectiveRun(runs(...verdicts).reverse())?.number ?? null).toBe(number)
    expect(costsAttempt(runs(...verdicts))).toBe(costs)
  })
})

describe('attemptsLeft', () => {
  it.each<[number, (Verdict | null)[][], number]>([
    [5, [], 5],
    [2, [['scored'], [null]], 0],
    [2, [['scored'], ['platform_error']], 1],
    [1, [['scored'], ['scored']], 0],
  ])('of %d after %j: %d', (perDay, today, left) => {
    expect(
      attemptsLeft(
        perDay,
        today.map((verdicts) => runs(...verdicts)),
      ),
    ).toBe(left)
  })
})

describe('dayOf', () => {
  it.each([
    ['Australia/Perth', '2026-11-23T15:59:59.999Z', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z'],
    ['Australia/Perth', '2026-11-23T16:00:00Z', '2026-11-23T16:00:00Z', '2026-11-24T16:00:00Z'],
    ['UTC', '2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'],
    // Clocks go forward: 23 hours. Clocks go back: 25.
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ])('in %s at %s', (zone, now, from, until) => {
    expect(dayOf(new Date(now), zone)).toEqual({ from: new Date(from), until: new Date(until) })
  })
})
