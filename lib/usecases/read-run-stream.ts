import { z } from 'zod'
import { StoredReport } from '../contract/disclosed-report.ts'
import { RunLive, type RunStreamMessage } from '../contract/run-stream.ts'
import { EpochPoint, Phase } from '../contract/telemetry.ts'
import type { Db } from '../db.ts'
import { disclose, isRevealed } from '../domain/disclosure.ts'
import { findQueuePosition } from '../queue.ts'

/** `<attempt>.<seq>.<epoch>`: which delivery, which change, and the last epoch whose point was sent. */
const Cursor = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)
  .transform((text) => text.split('.').map(Number) as [number, number, number])
  .transform(([attempt, seq, epoch]) => ({ attempt, seq, epoch }))
type Cursor = z.infer<typeof Cursor>

/** What a client gave back; null, and so everything from the start, for what isn't one of ours. */
const parseCursor = (since: string | null): Cursor | null => Cursor.safeParse(since).data ?? null

interface RunRow {
  attempt: number
  seq: number
  state: 'queued' | 'running' | 'finished'
  phase: string
  live: unknown
  points: unknown
  report: unknown
  verdict: string | null
  weightsKept: boolean
  closesAt: Date
  revealAtOnce: boolean
}

export interface RunStreamRequest {
  runId: string
  /** The cursor of the last message that arrived, or null. */
  since: string | null
  /** Course staff see hidden figures before the assignment closes. */
  isStaff: boolean
  now: Date
}

/**
 * The run's state and what is new of its curve since the cursor. Null when nothing has changed since, and when there is
 * no such run. Whether the asker may see the run is checked before.
 */
export async function readRunStream(db: Db, request: RunStreamRequest): Promise<RunStreamMessage | null> {
  const since = parseCursor(request.since)
  const row = await findRow(db, request.runId, since)
  if (!row) return null
  const queuePosition = row.state === 'queued' ? await findQueuePosition(db, request.runId) : null
  // A place in the queue changes without the run changing.
  if (since && since.attempt === row.attempt && since.seq === row.seq && queuePosition === null) return null

  const points = z.array(EpochPoint).parse(row.points)
  const lastEpoch = points.at(-1)?.epoch ?? (since?.attempt === row.attempt ? since.epoch : 0)
  const revealed = request.isStaff || isRevealed(row, request.now)
  return {
    runId: request.runId,
    cursor: `${row.attempt}.${row.seq}.${lastEpoch}`,
    seq: row.seq,
    attempt: row.attempt,
    state: row.state,
    phase: Phase.parse(row.phase),
    queuePosition,
    ...RunLive.parse(row.live),
    points,
    replace: since?.attempt !== row.attempt,
    report: row.report === null ? null : disclose(StoredReport.parse(row.report), revealed),
    verdict: row.verdict,
    weightsKept: row.weightsKept,
  }
}

/** Whether the run has finished and the cursor is that of its last message. */
export async function hasHeardAll(db: Db, runId: string, since: string | null): Promise<boolean> {
  const cursor = parseCursor(since)
  if (!cursor) return false
  const run = await db.run.findUnique({ where: { id: runId }, select: { state: true, attempt: true, seq: true } })
  return run?.state === 'finished' && run.attempt === cursor.attempt && run.seq === cursor.seq
}

/** Points are picked by the database: a curve may be a few hundred kB and is read four times a second. */
async function findRow(db: Db, runId: string, since: Cursor | null): Promise<RunRow | undefined> {
  const [attempt, epoch] = since ? [since.attempt, since.epoch] : [-1, 0]
  const rows = await db.$queryRaw<RunRow[]>`
    select run.attempt, run.seq, run.state::text as state, run.phase, run.live, run.report, run.verdict,
      run."artefactHash" is not null as "weightsKept",
      assignment."closesAt", assignment."revealAtOnce",
      case when run.attempt = ${attempt}
        then jsonb_path_query_array(run.curve, '$[*] ? (@.epoch > $after)', jsonb_build_object('after', ${epoch}::int))
        else run.curve end as points
    from "Run" run
    join "Submission" submission on submission.id = run."submissionId"
    join "Assignment" assignment on assignment.id = submission."assignmentId"
    where run.id = ${runId}`
  return rows[0]
}
