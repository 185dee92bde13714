import type { RunLive } from '../contract/run-stream.ts'
import type { EpochPoint, Phase } from '../contract/telemetry.ts'
import type { Db } from '../db.ts'
import { MAX_CURVE_POINTS } from '../domain/thin-curve.ts'
import { RUN_CHANNEL } from '../run-channel.ts'

export interface RunProgress {
  runId: string
  attempt: number
  phase: Phase
  live: RunLive
  /** New points of the curve, in order. */
  points: EpochPoint[]
}

/** One statement, since it runs up to four times a second a worker. `fenced`: another delivery has the run by now. */
export async function recordProgress(db: Db, progress: RunProgress): Promise<'recorded' | 'fenced'> {
  const { runId, attempt, phase } = progress
  const points = JSON.stringify(progress.points)
  const live = JSON.stringify(progress.live)
  const told = await db.$queryRaw<unknown[]>`
    with changed as (
      update "Run"
      set seq = seq + 1, phase = ${phase}, live = ${live}::jsonb,
        curve = case when jsonb_array_length(curve) + jsonb_array_length(${points}::jsonb) <= ${MAX_CURVE_POINTS}
          then curve || ${points}::jsonb else curve end
      where id = ${runId} and attempt = ${attempt} and state = 'running'
      returning id, seq
    )
    select pg_notify(${RUN_CHANNEL}, id || ':' || seq)::text from changed`
  return told.length === 0 ? 'fenced' : 'recorded'
}
