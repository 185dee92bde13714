import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { EpochPoint } from '../contract/telemetry.ts'
import type { Db } from '../db.ts'
import { type Bars, barsOf } from '../domain/bars.ts'
import { isRevealed } from '../domain/disclosure.ts'
import { type ExerciseState, exerciseState } from '../domain/exercise-state.ts'
import { type OpeningState, openingState } from '../domain/opening.ts'
import { findVerdict } from '../domain/verdict.ts'

export interface ExerciseTile {
  slug: string
  title: string
  objective: string
  module: number
  minutes: number
  bars: Bars
  opensAt: Date
  dueAt: Date
  closesAt: Date
  opening: OpeningState
  maxPoints: number
  state: ExerciseState
  /** The learner's last deed here: a draft saved or a submission handed in. */
  touchedAt: Date | null
  /** Best public score. */
  score: number | null
  /** Of `maxPoints`: provisional until `revealed`, then final. */
  points: number
  revealed: boolean
  /** The best run's metric, or its loss where no metric was measured, epoch by epoch. */
  curve: { of: 'metric' | 'loss'; values: (number | null)[] } | null
}

interface Input {
  courseId: string
  /** Null for an admin who is not enrolled: everything is untouched then. */
  enrolmentId: string | null
  now: Date
}

const ASSIGNMENT = {
  id: true,
  slug: true,
  opensAt: true,
  dueAt: true,
  closesAt: true,
  maxPoints: true,
  revealAtOnce: true,
  exerciseVersion: { select: { module: true, order: true, bundle: true } },
} as const

/** The course as one learner has it, in the order of its modules. */
export async function readCourseHome(db: Db, { courseId, enrolmentId, now }: Input): Promise<ExerciseTile[]> {
  const mine = { enrolmentId: enrolmentId ?? '', assignment: { courseId } }
  const [assignments, standings, drafts, lastSubmissions] = await Promise.all([
    db.assignment.findMany({ where: { courseId }, select: ASSIGNMENT }),
    db.standing.findMany({ where: mine }),
    db.draft.findMany({ where: mine, select: { assignmentId: true, updatedAt: true } }),
    db.submission.findMany({
      where: mine,
      distinct: ['assignmentId'],
      orderBy: { receivedAt: 'desc' },
      select: {
        assignmentId: true,
        receivedAt: true,
        runs: { orderBy: { number: 'desc' }, take: 1, select: { state: true, verdict: true } },
      },
    }),
  ])
  const bestRunIds = standings.flatMap(({ bestRunId }) => (bestRunId === null ? [] : [bestRunId]))
  const bestRuns = await db.run.findMany({ where: { id: { in: bestRunIds } }, select: { id: true, curve: true } })

  const tiles = assignments.map(({ id, exerciseVersion, revealAtOnce, ...dates }) => {
    const { exercise } = FrozenExercise.parse(exerciseVersion.bundle)
    const standing = standings.find(({ assignmentId }) => assignmentId === id)
    const draft = drafts.find(({ assignmentId }) => assignmentId === id)
    const last = lastSubmissions.find(({ assignmentId }) => assignmentId === id)
    const lastRun = last?.runs[0]
    const revealed = isRevealed({ closesAt: dates.closesAt, revealAtOnce }, now)
    const score = standing?.publicScore ?? null
    const passed = revealed ? standing?.finallyPassed : standing?.passed
    return {
      ...dates,
      order: exerciseVersion.order,
      title: exercise.title,
      objective: exercise.objective,
      module: exerciseVersion.module,
      minutes: exercise.minutes,
      bars: barsOf(exercise),
      opening: openingState(dates, now),
      state: exerciseState({
        hasDraft: draft !== undefined,
        lastRun: lastRun ? { state: lastRun.state, verdict: findVerdict(lastRun.verdict) } : null,
        standing: standing ? { scored: score !== null, passed: passed ?? false } : null,
      }),
      touchedAt: latest(draft?.updatedAt, last?.receivedAt),
      score,
      points: (revealed ? standing?.finalPoints : standing?.points) ?? 0,
      revealed,
      curve: sparkCurve(bestRuns.find((run) => run.id === standing?.bestRunId)?.curve),
    }
  })
  return tiles.sort((a, b) => a.module - b.module || a.order - b.order).map(({ order: _, ...tile }) => tile)
}

function latest(a: Date | undefined, b: Date | undefined): Date | null {
  if (!a || !b) return a ?? b ?? null
  return a > b ? a : b
}

function sparkCurve(stored: unknown): ExerciseTile['curve'] {
  const curve = EpochPoint.array().safeParse(stored)
  if (!curve.success || curve.data.length === 0) return null
  const metric = curve.data.map((point) => point.valMetric ?? point.metric)
  return metric.some((value) => value !== null)
    ? { of: 'metric', values: metric }
    : { of: 'loss', values: curve.data.map((point) => point.valLoss ?? point.loss) }
}
