import { costsAttempt, effectiveRun, type RunOutcome } from './attempts.ts'
import { isLate, keptShare } from './lateness.ts'
import type { MetricName } from './metric.ts'
import { compareScores } from './rank.ts'
import type { Verdict } from './verdict.ts'

export interface GradedRun extends RunOutcome {
  id: string
  publicScore: number | null
  privateScore: number | null
  /** Of 100, before lateness; the first from the public score, the second from the private one. */
  points: number | null
  finalPoints: number | null
  passed: boolean | null
  finallyPassed: boolean | null
  params: number | null
}

export interface GradedSubmission {
  receivedAt: Date
  runs: readonly GradedRun[]
}

export interface MarkingRules {
  metric: MetricName
  dueAt: Date
  /** Share of the points lost for each started day after `dueAt`. */
  latePenaltyPerDay: number
  /** What full marks in the exercise are worth in this assignment. */
  maxPoints: number
}

/** What boards, cohort and gradebook show of one person in one assignment. Points are of the assignment's maximum, after lateness. */
export interface StandingValues {
  submissions: number
  bestRunId: string | null
  publicScore: number | null
  privateScore: number | null
  points: number
  finalPoints: number
  passed: boolean
  finallyPassed: boolean
  params: number | null
  late: boolean
  bestAt: Date | null
  lastVerdict: Verdict | null
}

const FULL_MARKS = 100

const round = (points: number) => Math.round(points * 100) / 100

/** The first of `items` for which no other has more; earlier ones win ties. */
const firstMax = <T>(items: readonly T[], value: (item: T) => number): T | null =>
  items.reduce<T | null>((best, item) => (best === null || value(item) > value(best) ? item : best), null)

/**
 * The standing that follows from all submissions of one person in one assignment, in any order. The best submission
 * counts, never the last, so that trying something new costs nothing: the board's score is the best public score, points
 * and final points are each the most that one submission is worth after lateness. The earlier one wins a tie.
 */
export function standingOf(submissions: readonly GradedSubmission[], rules: MarkingRules): StandingValues {
  const inOrder = [...submissions].sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
  const counted = inOrder.flatMap(({ receivedAt, runs }) => {
    const run = effectiveRun(runs)
    if (run === null || run.verdict === 'platform_error') return []
    const worth = (keptShare(rules.dueAt, receivedAt, rules.latePenaltyPerDay) * rules.maxPoints) / FULL_MARKS
    return [{ receivedAt, run, points: (run.points ?? 0) * worth, finalPoints: (run.finalPoints ?? 0) * worth }]
  })
  const scored = counted.filter(({ run }) => run.publicScore !== null)
  const onBoard = scored.reduce<(typeof scored)[number] | null>(
    (best, entry) =>
      best === null || compareScores(rules.metric, entry.run.publicScore ?? 0, best.run.publicScore ?? 0) < 0
        ? entry
        : best,
    null,
  )
  const mostPoints = firstMax(counted, (entry) => entry.points)
  const mostFinalPoints = firstMax(counted, (entry) => entry.finalPoints)
  return {
    submissions: inOrder.filter(({ runs }) => costsAttempt(runs)).length,
    bestRunId: onBoard?.run.id ?? null,
    publicScore: onBoard?.run.publicScore ?? null,
    privateScore: mostFinalPoints?.run.privateScore ?? null,
    points: round(mostPoints?.points ?? 0),
    finalPoints: round(mostFinalPoints?.finalPoints ?? 0),
    passed: counted.some(({ run }) => run.passed === true),
    finallyPassed: counted.some(({ run }) => run.finallyPassed === true),
    params: onBoard?.run.params ?? null,
    late: mostPoints !== null && isLate(rules.dueAt, mostPoints.receivedAt),
    bestAt: onBoard?.receivedAt ?? null,
    lastVerdict: counted.at(-1)?.run.verdict ?? null,
  }
}
