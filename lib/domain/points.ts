import type { CheckOutcome } from './checks/run-checks.ts'
import { reaches } from './metric.ts'
import { type Bars, scorePart } from './score.ts'

export const MAX_POINTS = 100
/** Points of a model exercise's checks; the rest is the score part. */
export const CHECK_POINTS = 20
/** A failed `must` check leaves at most this. */
export const MUST_CAP = 40

export interface Marks {
  /** 0 to 100, to the hundredth. */
  points: number
  passed: boolean
}

/** Marks of a model exercise: checks plus score part. Passed = pass bar reached and no `must` check failed. */
export function modelMarks(bars: Bars, value: number, checks: readonly CheckOutcome[]): Marks {
  const fromChecks = checks.reduce((sum, check) => sum + check.points, 0)
  const capped = mustFailed(checks)
  const points = fromChecks + scorePart(bars, value)
  return {
    points: round(capped ? Math.min(MUST_CAP, points) : points),
    passed: !capped && reaches(bars.metric, value, bars.passBar),
  }
}

/**
 * Marks of a by-hand exercise: 100 × the share of hidden cases. Passed = that share reaches the pass bar, every
 * visible case is right and no `must` check failed.
 */
export function functionsMarks(
  { passBar }: { passBar: number },
  { share, everyVisible }: { share: number; everyVisible: boolean },
  checks: readonly CheckOutcome[],
): Marks {
  const capped = mustFailed(checks)
  const points = MAX_POINTS * share
  return {
    points: round(capped ? Math.min(MUST_CAP, points) : points),
    passed: !capped && everyVisible && share >= passBar,
  }
}

const mustFailed = (checks: readonly CheckOutcome[]) => checks.some((check) => check.level === 'must' && !check.passed)
const round = (points: number) => Math.round(points * 100) / 100
