import type { Db } from '../db.ts'
import { queuedDeadline } from '../domain/run-state.ts'
import { enqueueRun } from '../queue.ts'
import { recordAudit } from './record-audit.ts'
import { lockEnrolment } from './update-standing.ts'

/** Behind everybody who is waiting for a first result. */
const REGRADE_PRIORITY = -1000

export interface RegradeInput {
  submissionId: string
  /** The course whose staff ask for it. */
  courseId: string
  actorId: string
  now: Date
}

export type RegradeResult = { ok: true; runId: string } | { ok: false; reason: 'no-such-submission' | 'being-graded' }

/** Grades a submission once more: a new run beside the earlier ones, which stay as they are. */
export async function regradeSubmission(db: Db, input: RegradeInput): Promise<RegradeResult> {
  const { submissionId, courseId, actorId, now } = input
  return db.$transaction(async (tx) => {
    const submission = await tx.submission.findUnique({
      where: { id: submissionId, assignment: { courseId } },
      select: { enrolmentId: true, enrolment: true, assignment: { select: { requiresGpu: true } } },
    })
    if (!submission) return { ok: false, reason: 'no-such-submission' }
    await lockEnrolment(tx, submission.enrolmentId)
    const runs = await tx.run.findMany({ where: { submissionId }, select: { number: true, state: true } })
    if (runs.some(({ state }) => state !== 'finished')) return { ok: false, reason: 'being-graded' }
    const run = await tx.run.create({
      data: {
        submissionId,
        number: Math.max(0, ...runs.map(({ number }) => number)) + 1,
        queuedAt: now,
        deadlineAt: queuedDeadline(now),
      },
      select: { id: true, number: true },
    })
    await enqueueRun(db, tx, {
      runId: run.id,
      userId: submission.enrolment.userId,
      baseAttempt: 0,
      requiresGpu: submission.assignment.requiresGpu,
      priority: REGRADE_PRIORITY,
    })
    await recordAudit(tx, {
      actorId,
      action: 'submission.regraded',
      subject: `submission:${submissionId}`,
      data: { runId: run.id, number: run.number },
      now,
    })
    return { ok: true, runId: run.id }
  })
}
