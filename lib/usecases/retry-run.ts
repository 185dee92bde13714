import type { Db } from '../db.ts'
import { type QueueAgainResult, queueAgain } from './queue-again.ts'
import { recordAudit } from './record-audit.ts'

/** Ahead of what was handed in since: its learner has waited once already, for nothing. */
const RETRY_PRIORITY = 1

export type RetryRunResult = QueueAgainResult | { ok: false; reason: 'no-such-run' | 'graded-since' }

/** Tries a run anew that was given up: another run of the same submission, once what kept it from being graded is mended. */
export async function retryRun(
  db: Db,
  { runId, actorId, now }: { runId: string; actorId: string; now: Date },
): Promise<RetryRunResult> {
  return db.$transaction(async (tx) => {
    const run = await tx.run.findUnique({ where: { id: runId, verdict: 'platform_error' } })
    if (!run) return { ok: false, reason: 'no-such-run' }
    const later = { submissionId: run.submissionId, number: { gt: run.number } }
    if ((await tx.run.count({ where: { ...later, state: 'finished' } })) > 0)
      return { ok: false, reason: 'graded-since' }
    const queued = await queueAgain(db, tx, { id: run.submissionId }, { priority: RETRY_PRIORITY, now })
    if (!queued.ok) return queued
    await recordAudit(tx, {
      actorId,
      action: 'run.retried',
      subject: `run:${runId}`,
      data: { submissionId: run.submissionId, newRunId: queued.runId, fault: run.fault ?? '' },
      now,
    })
    return queued
  })
}
