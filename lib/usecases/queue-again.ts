import type { Db, Tx } from '../db.ts'
import { queuedDeadline } from '../domain/run-state.ts'
import { enqueueRun } from '../queue.ts'
import { lockEnrolment } from './update-standing.ts'

export type QueueAgainResult =
  | { ok: true; runId: string; number: number }
  | { ok: false; reason: 'no-such-submission' | 'being-graded' }

/**
 * Queues a new run of a submission beside its earlier ones, which stay as they are, unless one is under way.
 * @param where the submission, by what the caller is allowed to reach
 */
export async function queueAgain(
  db: Db,
  tx: Tx,
  where: { id: string; courseId?: string },
  { priority, now }: { priority: number; now: Date },
): Promise<QueueAgainResult> {
  const submission = await tx.submission.findUnique({
    where: { id: where.id, ...(where.courseId === undefined ? {} : { assignment: { courseId: where.courseId } }) },
    select: { enrolmentId: true, enrolment: true, assignment: { select: { requiresGpu: true } } },
  })
  if (!submission) return { ok: false, reason: 'no-such-submission' }
  await lockEnrolment(tx, submission.enrolmentId)
  const runs = await tx.run.findMany({ where: { submissionId: where.id }, select: { number: true, state: true } })
  if (runs.some(({ state }) => state !== 'finished')) return { ok: false, reason: 'being-graded' }
  const run = await tx.run.create({
    data: {
      submissionId: where.id,
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
    priority,
  })
  return { ok: true, runId: run.id, number: run.number }
}
