import { lowerIsBetter, type MetricName } from '../domain/metric.ts'
import { MAX_POINTS } from '../domain/points.ts'
import type { Attempt, CheckedExercise, CheckRow } from './check-exercise.ts'

/** An exercise over several installations' hidden rows, in one line. */
export interface CheckSummary {
  slug: string
  metric: MetricName
  installations: number
  /** Of the solution: its worst score, and the middle one. */
  worstScore: number | null
  medianScore: number | null
  leastPoints: number
  medianPoints: number
  /** The wrong way that got furthest anywhere. */
  bestWrongWay: { name: string; score: number | null; points: number } | null
  /** What does not hold, each with the installation it was seen on (1 is this one); null for all together. */
  failures: { installation: number | null; row: CheckRow }[]
}

/**
 * Judges an exercise over several installations. What each has to show is in its own rows; together, the solution has
 * to get full marks in the median: a bar that it reaches on lucky rows only is no fair one.
 */
export function summariseChecks(
  { slug, metric }: { slug: string; metric: MetricName },
  checked: readonly CheckedExercise[],
): CheckSummary {
  const worseFirst = (a: number, b: number) => (lowerIsBetter(metric) ? b - a : a - b)
  const scores = checked.flatMap(({ solution }) => solution.score ?? []).sort(worseFirst)
  const points = checked.map(({ solution }) => solution.points).sort((a, b) => a - b)
  const medianPoints = median(points) ?? 0
  const failures = checked.flatMap(({ rows }, i) =>
    rows.filter(({ outcome }) => outcome === 'failed').map((row) => ({ installation: i + 1, row })),
  )
  return {
    slug,
    metric,
    installations: checked.length,
    worstScore: scores[0] ?? null,
    medianScore: median(scores),
    leastPoints: points[0] ?? 0,
    medianPoints,
    bestWrongWay: furthest(
      checked.flatMap(({ wrong }) => wrong),
      worseFirst,
    ),
    failures: [...failures, ...missingFullMarks(medianPoints, checked.length)],
  }
}

/** One installation may be an unlucky one: there it is a note, made by its own check. */
function missingFullMarks(medianPoints: number, installations: number): CheckSummary['failures'] {
  if (installations === 1 || medianPoints === MAX_POINTS) return []
  const row = {
    what: 'the solution gets full marks in the median',
    measured: `${medianPoints} of ${MAX_POINTS} points over ${installations} installations`,
    outcome: 'failed' as const,
  }
  return [{ installation: null, row }]
}

/** By points, then by score: a way that a failed check holds down may well have the better score. */
function furthest<Way extends Attempt & { name: string }>(
  ways: readonly Way[],
  worseFirst: (a: number, b: number) => number,
): Way | null {
  const byScore = (a: Way, b: Way) =>
    a.score === null || b.score === null
      ? Number(a.score !== null) - Number(b.score !== null)
      : worseFirst(a.score, b.score)
  return ways.toSorted((a, b) => a.points - b.points || byScore(a, b)).at(-1) ?? null
}

/** The middle one; of an even number the lower of the two in the middle, so that it is one that was measured. */
const median = (sorted: readonly number[]): number | null => sorted[(sorted.length - 1) >> 1] ?? null
