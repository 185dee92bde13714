import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckOutcome } from './checks/run-checks.ts'
import { functionsMarks, modelMarks } from './points.ts'
import type { Bars } from './score.ts'

const bars: Bars = { metric: 'accuracy', baseline: 0.5, passBar: 0.9, fullBar: 1 }
const check = (level: 'must' | 'should', passed: boolean, maxPoints: number): CheckOutcome => ({
  id: `${level}${maxPoints}`,
  level,
  passed,
  points: passed ? maxPoints : 0,
  maxPoints,
  what: '',
  feedback: '',
})

describe('a model exercise', () => {
  const [must, should] = [check('must', true, 15), check('should', true, 5)]
  const [noMust, noShould] = [check('must', false, 15), check('should', false, 5)]
  it.each([
    { name: 'everything right', value: 1, checks: [must, should], points: 100, passed: true },
    { name: 'exactly at the pass bar', value: 0.9, checks: [must, should], points: 70, passed: true },
    { name: 'just below the pass bar', value: 0.8999, checks: [must, should], points: 69.99, passed: false },
    { name: 'no better than the baseline', value: 0.5, checks: [must, should], points: 20, passed: false },
    { name: 'a failed should', value: 1, checks: [must, noShould], points: 95, passed: true },
    { name: 'a failed must caps at 40', value: 1, checks: [noMust, should], points: 40, passed: false },
    { name: 'a failed must below the cap', value: 0.6, checks: [noMust, should], points: 17.5, passed: false },
  ])('$name: $points points', ({ value, checks, points, passed }) =>
    expect(modelMarks(bars, value, checks)).toEqual({ points, passed }),
  )

  it('passes on a falling error', () => {
    const error: Bars = { metric: 'rmse', baseline: 71, passBar: 62, fullBar: 56 }
    expect(modelMarks(error, 62, [must, should])).toEqual({ points: 70, passed: true })
    expect(modelMarks(error, 62.1, [must, should]).passed).toBe(false)
  })

  it('stays between 0 and 100, and at 40 or less with a failed must', () => {
    const anyCheck = fc.record({ level: fc.constantFrom('must' as const, 'should' as const), passed: fc.boolean() })
    fc.assert(
      fc.property(fc.tuple(anyCheck, anyCheck), fc.double({ min: 0, max: 1, noNaN: true }), ([a, b], value) => {
        const checks = [check(a.level, a.passed, 12), check(b.level, b.passed, 8)]
        const { points, passed } = modelMarks(bars, value, checks)
        const failed = checks.some((one) => one.level === 'must' && !one.passed)
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(failed ? 40 : 100)
        if (failed) expect(passed).toBe(false)
      }),
    )
  })
})

describe('a by-hand exercise', () => {
  const pure = check('must', true, 0)
  const impure = check('must', false, 0)
  it.each([
    { name: 'all right', share: 1, everyVisible: true, checks: [pure], points: 100, passed: true },
    { name: 'at the bar', share: 0.8, everyVisible: true, checks: [pure], points: 80, passed: true },
    { name: 'below it', share: 19 / 24, everyVisible: true, checks: [pure], points: 79.17, passed: false },
    { name: 'a visible case wrong', share: 0.9, everyVisible: false, checks: [pure], points: 90, passed: false },
    { name: 'arguments changed', share: 1, everyVisible: true, checks: [impure], points: 40, passed: false },
  ])('$name: $points points', ({ share, everyVisible, checks, points, passed }) =>
    expect(functionsMarks({ passBar: 0.8 }, { share, everyVisible }, checks)).toEqual({ points, passed }),
  )
})
