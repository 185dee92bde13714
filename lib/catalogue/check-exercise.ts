import type { ModelExercise } from '../contract/exercise.ts'
import type { GradeReport } from '../contract/report.ts'
import { lastValues } from '../domain/last-values.ts'
import { measureMetric } from '../domain/metrics.ts'
import { MAX_POINTS } from '../domain/points.ts'
import type { Bundle } from './load-bundle.ts'
import type { AuthorFiles } from './read-author-files.ts'

/** One line of an author's check. */
export interface CheckRow {
  what: string
  /** Measured on this installation's hidden rows. */
  measured: string
  /** `note`: worth knowing, no fault. */
  outcome: 'ok' | 'failed' | 'note'
}

/** What one source got on one installation's private rows or cases. */
export interface Attempt {
  /** Null where nothing was scored. */
  score: number | null
  points: number
}

/** An exercise on one installation's hidden rows. */
export interface CheckedExercise {
  rows: CheckRow[]
  solution: Attempt
  /** The starter and each mistake. */
  wrong: (Attempt & { name: string })[]
}

/**
 * Baselines may differ from the declared score by this share of the way from baseline to pass bar: hidden rows and
 * seeds move them (measured over three to five secrets: by at most 0.2 of the way).
 */
const BASELINE_TOLERANCE = 1 / 3

/**
 * Does an exercise hold what it promises: the solution passes, starter and wrong ways don't, the baseline stands.
 * @param grade grades one source on the bundle; injected, because lib knows no grader
 */
export async function checkExercise(input: {
  bundle: Bundle
  files: AuthorFiles
  grade: (source: string) => Promise<GradeReport>
}): Promise<CheckedExercise> {
  const { bundle, files, grade } = input
  const solution = await grade(files.solution)
  const starter = await grade(bundle.starter)
  const rows = [
    row('the solution passes', solution.finallyPassed, describe(solution)),
    {
      what: 'the solution gets full marks',
      measured: `${solution.finalPoints} of ${MAX_POINTS} points`,
      outcome: solution.finalPoints === MAX_POINTS ? ('ok' as const) : ('note' as const),
    },
    row(
      'nothing is said against the solution',
      solution.diagnoses.length === 0,
      diagnosesOf(solution) || 'no diagnosis',
    ),
    row(
      'the starter runs and does not pass',
      starter.verdict === 'scored' && !starter.finallyPassed,
      describe(starter),
    ),
  ]
  const wrong = [{ name: 'starter', ...attemptOf(starter) }]
  for (const mistake of files.mistakes) {
    const report = await grade(mistake.source)
    wrong.push({ name: mistake.name, ...attemptOf(report) })
    const blamed = report.verdict !== 'platform_error'
    rows.push(row(`mistake ${mistake.name} does not pass`, blamed && !report.finallyPassed, describe(report)))
  }
  if (bundle.exercise.kind === 'model') rows.push(checkBaseline(bundle.exercise, bundle, starter))
  return { rows, solution: attemptOf(solution), wrong }
}

const attemptOf = ({ metric, finalPoints }: GradeReport): Attempt => ({ score: metric.private, points: finalPoints })

function checkBaseline(exercise: ModelExercise, bundle: Bundle, starter: GradeReport): CheckRow {
  const { score, model } = exercise.baseline
  const measured = baselineScore(exercise, bundle, starter)
  const allowed = BASELINE_TOLERANCE * Math.abs(exercise.passBar - score)
  return row(
    `the baseline (${model}) is ${score}`,
    measured !== null && Math.abs(measured - score) <= allowed,
    measured === null ? 'no score' : `${measured.toFixed(4)} (${allowed.toFixed(4)} either way is fine)`,
  )
}

function baselineScore(exercise: ModelExercise, bundle: Bundle, starter: GradeReport): number | null {
  const { model } = exercise.baseline
  switch (model) {
    case 'starter':
      return starter.metric.private
    case 'majority class':
      return constantScore(exercise, bundle, mostCommon)
    case 'training mean':
      return constantScore(exercise, bundle, meanOf)
    case 'last value':
      return lastValueScore(exercise, bundle)
    default:
      return model satisfies never
  }
}

/** Score on the private rows of repeating the last value of the series. */
function lastValueScore(exercise: ModelExercise, { dataset }: Bundle): number {
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  const { x, y } = dataset.splits.private
  return measureMetric(exercise.metric, y.data, lastValues(x.data, y.data.length), 1)
}

/** Score on the private rows of one answer for every row, drawn from the training rows. */
function constantScore(
  exercise: ModelExercise,
  { dataset }: Bundle,
  answerOf: (targets: Float32Array) => number,
): number {
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  const { train, private: hidden } = dataset.splits
  const { outputs } = dataset.card
  const answer = answerOf(train.y.data)
  const oneRow = outputs === 1 ? [answer] : Array.from({ length: outputs }, (_, i) => (i === answer ? 1 : 0))
  const truth = hidden.y.data
  return measureMetric(exercise.metric, truth, Array.from(truth, () => oneRow).flat(), outputs)
}

const meanOf = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

function mostCommon(labels: Float32Array): number {
  const counts = new Map<number, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [[label] = [0]] = [...counts].sort(([, a], [, b]) => b - a)
  return label
}

const row = (what: string, holds: boolean, measured: string): CheckRow => ({
  what,
  measured,
  outcome: holds ? 'ok' : 'failed',
})

function describe(report: GradeReport): string {
  const { verdict, metric, finalPoints, checks, error } = report
  if (verdict !== 'scored') return `${verdict}: ${error?.message ?? ''}`
  const diagnoses = diagnosesOf(report)
  const failed = checks.filter((check) => !check.passed).map((check) => check.id)
  const score = `${metric.name} ${metric.private?.toFixed(4) ?? '?'}, ${finalPoints} points`
  return [score, failed.length > 0 && `failed checks: ${failed.join(', ')}`, diagnoses && `diagnosed: ${diagnoses}`]
    .filter(Boolean)
    .join(', ')
}

const diagnosesOf = ({ diagnoses }: GradeReport): string => diagnoses.map(({ id }) => id).join(', ')
