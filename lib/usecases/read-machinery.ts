import { z } from 'zod'
import type { OneDnn } from '../contract/engine-profile.ts'
import { Provenance } from '../contract/report.ts'
import type { Db } from '../db.ts'

/** A worker that has not been heard of for so long is shown as silent. */
const SILENT_AFTER_MS = 30_000
/** How long a worker that stopped stays on the page. */
const GONE_AFTER_MS = 3_600_000
const DEAD_LETTERS = 20

export interface WorkerLane {
  id: string
  hostname: string
  pid: number
  /** Level of the learner box: "full" or "personal". */
  box: string
  engine: { libtensorflow: string | null; device: string; threads: number; oneDnn: OneDnn } | null
  concurrency: number
  startedAt: Date
  heartbeatAt: Date
  state: 'working' | 'idle' | 'silent' | 'stopped'
  running: { runId: string; exercise: string; phase: string; startedAt: Date | null; attempt: number }[]
}
export interface DeadLetter {
  runId: string
  exercise: string
  course: string
  attempt: number
  finishedAt: Date
  workerId: string | null
  reason: string
  /** What became of it: nothing yet, another run under way, or one that has been graded. */
  since: 'nothing' | 'queued-again' | 'graded'
}
/** A run that failed on our side and is to be tried again, or is being. */
export interface RetriedRun {
  runId: string
  exercise: string
  course: string
  attempt: number
  fault: string
}
export interface PausedAssignment {
  id: string
  course: string
  courseSlug: string
  exercise: string
  because: string
}
export interface Machinery {
  queued: number
  queuedForGpu: number
  oldestQueuedAt: Date | null
  running: number
  gradedLastHour: number
  /** Seconds that runs begun in the last hour had waited; null when none began. */
  medianWaitSeconds: number | null
  /** A point a minute over the last hour, oldest first. */
  history: { at: Date; depth: number; oldestSeconds: number }[]
  workers: WorkerLane[]
  deadLetters: DeadLetter[]
  retried: RetriedRun[]
  paused: PausedAssignment[]
}

/** Of what a worker says about itself: the page's part; the rest is let pass. */
const Engine = z.object(
  Provenance.shape.engine.pick({ libtensorflow: true, device: true, threads: true, oneDnn: true }).shape,
)

/** Whether it is all running: what waits, what runs where, and what was given up. Names no person and shows no code. */
export async function readMachinery(db: Db, { now }: { now: Date }): Promise<Machinery> {
  const [waiting, running, hour, history, workers, deadLetters, retried, paused] = await Promise.all([
    db.$queryRaw<{ queued: number; forGpu: number; oldest: Date | null }[]>`
      SELECT count(*)::int AS queued, count(*) FILTER (WHERE a."requiresGpu")::int AS "forGpu",
        min(r."queuedAt") AS oldest
      FROM "Run" r JOIN "Submission" s ON s.id = r."submissionId" JOIN "Assignment" a ON a.id = s."assignmentId"
      WHERE r.state = 'queued'`,
    db.run.findMany({
      where: { state: 'running' },
      orderBy: { startedAt: 'asc' },
      select: {
        id: true,
        workerId: true,
        phase: true,
        startedAt: true,
        attempt: true,
        submission: { select: { assignment: { select: { exerciseVersion: { select: { title: true } } } } } },
      },
    }),
    db.$queryRaw<{ graded: number; wait: number | null }[]>`
      SELECT count(*) FILTER (WHERE state = 'finished')::int AS graded,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "startedAt" - "queuedAt"))::float AS wait
      FROM "Run" WHERE "startedAt" > ${hoursBefore(now, 1)} AND NOT "isDemo"`,
    readHistory(db, now),
    db.worker.findMany({ orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] }),
    readDeadLetters(db),
    readRetried(db),
    readPaused(db),
  ])
  return {
    queued: waiting[0]?.queued ?? 0,
    queuedForGpu: waiting[0]?.forGpu ?? 0,
    oldestQueuedAt: waiting[0]?.oldest ?? null,
    running: running.length,
    gradedLastHour: hour[0]?.graded ?? 0,
    medianWaitSeconds: hour[0]?.wait ?? null,
    history,
    workers: workers
      .filter(({ stoppedAt, heartbeatAt }) => {
        const last = stoppedAt ?? heartbeatAt
        return now.getTime() - last.getTime() < GONE_AFTER_MS
      })
      .map(({ engine, stoppedAt, ...worker }): WorkerLane => {
        const runs = running.filter(({ workerId }) => workerId === worker.id)
        return {
          ...worker,
          engine: z.nullable(Engine).catch(null).parse(engine),
          state: stoppedAt
            ? 'stopped'
            : now.getTime() - worker.heartbeatAt.getTime() > SILENT_AFTER_MS
              ? 'silent'
              : runs.length > 0
                ? 'working'
                : 'idle',
          running: runs.map(({ id, phase, startedAt, attempt, submission }) => ({
            runId: id,
            exercise: submission.assignment.exerciseVersion.title,
            phase,
            startedAt,
            attempt,
          })),
        }
      }),
    deadLetters,
    retried,
    paused,
  }
}

const hoursBefore = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000)

const readHistory = (db: Db, now: Date) => db.$queryRaw<Machinery['history']>`
  WITH recent AS (
    SELECT "queuedAt", coalesce("startedAt", "finishedAt") AS taken FROM "Run"
    WHERE NOT "isDemo" AND (state <> 'finished' OR "finishedAt" > ${hoursBefore(now, 1)})
  )
  SELECT minute AS at, count(recent.*)::int AS depth,
    coalesce(extract(epoch FROM minute - min(recent."queuedAt")), 0)::float AS "oldestSeconds"
  FROM generate_series(${hoursBefore(now, 1)}::timestamp + interval '1 minute', ${now}::timestamp, interval '1 minute') minute
  LEFT JOIN recent ON recent."queuedAt" <= minute AND (recent.taken IS NULL OR recent.taken > minute)
  GROUP BY minute ORDER BY minute`

const readDeadLetters = (db: Db) => db.$queryRaw<DeadLetter[]>`
  SELECT r.id AS "runId", v.title AS exercise, c.title AS course, r.attempt, r."finishedAt", r."workerId",
    coalesce(r.fault, r.report->'error'->>'message', 'No reason was recorded.') AS reason,
    CASE WHEN later.verdict IS NOT NULL AND later.verdict <> 'platform_error' THEN 'graded'
      WHEN later.id IS NOT NULL THEN 'queued-again' ELSE 'nothing' END AS since
  FROM "Run" r
  JOIN "Submission" s ON s.id = r."submissionId"
  JOIN "Assignment" a ON a.id = s."assignmentId"
  JOIN "ExerciseVersion" v ON v.id = a."exerciseVersionId"
  JOIN "Course" c ON c.id = a."courseId"
  LEFT JOIN LATERAL (
    SELECT id, verdict FROM "Run" WHERE "submissionId" = s.id AND number > r.number ORDER BY number DESC LIMIT 1
  ) later ON true
  WHERE r.state = 'finished' AND r.verdict = 'platform_error'
    -- What was tried again and given up again stands there once, as its newest.
    AND later.verdict IS DISTINCT FROM 'platform_error'
  ORDER BY r."finishedAt" DESC LIMIT ${DEAD_LETTERS}`

const readRetried = (db: Db) => db.$queryRaw<RetriedRun[]>`
  SELECT r.id AS "runId", v.title AS exercise, c.title AS course, r.attempt, r.fault
  FROM "Run" r
  JOIN "Submission" s ON s.id = r."submissionId"
  JOIN "Assignment" a ON a.id = s."assignmentId"
  JOIN "ExerciseVersion" v ON v.id = a."exerciseVersionId"
  JOIN "Course" c ON c.id = a."courseId"
  WHERE r.state <> 'finished' AND r.fault IS NOT NULL
  ORDER BY r."queuedAt" LIMIT ${DEAD_LETTERS}`

const readPaused = (db: Db) => db.$queryRaw<PausedAssignment[]>`
  SELECT a.id, c.title AS course, c.slug AS "courseSlug", v.title AS exercise, a."pausedBecause" AS because
  FROM "Assignment" a
  JOIN "ExerciseVersion" v ON v.id = a."exerciseVersionId"
  JOIN "Course" c ON c.id = a."courseId"
  WHERE a."pausedBecause" IS NOT NULL
  ORDER BY c.title, v.module, v."order"`
