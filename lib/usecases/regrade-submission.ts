import type { Db } from '../db.ts'
import { type QueueAgainResult, queueAgain } from './queue-again.ts'
import { recordAudit } from './record-audit.ts'

/** Behind everybody who is waiting for a first result. */
const REGRADE_PRIORITY = -1000

export interface RegradeInput {
  submissionId: string
  /** The course whose staff ask for it. */
  courseId: string
  actorId: string
  now: Date
}

/** Grades a submission once more: a new run beside the earlier ones, which stay as they are. */
export async function regradeSubmission(db: Db, input: RegradeInput): Promise<QueueAgainResult> {
  const { submissionId, courseId, actorId, now } = input
  return db.$transaction(async (tx) => {
    const queued = await queueAgain(db, tx, { id: submissionId, courseId }, { priority: REGRADE_PRIORITY, now })
    if (!queued.ok) return queued
    await recordAudit(tx, {
      actorId,
      action: 'submission.regraded',
      subject: `submission:${submissionId}`,
      data: { runId: queued.runId, number: queued.number },
      now,
    })
    return queued
  })
}
