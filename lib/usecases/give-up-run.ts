import type { Db, Tx } from '../db.ts'
import { tellRun } from './tell-run.ts'
import { lockEnrolment, updateStanding } from './update-standing.ts'

export interface LostRun {
  runId: string
  /** The attempt that was seen to fail: a delivery that began meanwhile is left alone. */
  attempt: number
  /** What failed, for admins. */
  fault: string
  now: Date
}

/**
 * Ends a run that the platform could not grade: `platform_error`, and the learner has their attempt back, because
 * attempts are counted from verdicts. False when it had finished or moved on.
 */
export const giveUpRun = (db: Db, lost: LostRun): Promise<boolean> => db.$transaction((tx) => giveUpRunWithin(tx, lost))

export async function giveUpRunWithin(tx: Tx, { runId, attempt, fault, now }: LostRun): Promise<boolean> {
  const { submission } = await tx.run.findUniqueOrThrow({
    where: { id: runId },
    select: { submission: { select: { enrolmentId: true, assignmentId: true } } },
  })
  await lockEnrolment(tx, submission.enrolmentId)
  const [ended] = await tx.run.updateManyAndReturn({
    where: { id: runId, attempt, state: { not: 'finished' } },
    data: {
      state: 'finished',
      phase: 'finished',
      finishedAt: now,
      verdict: 'platform_error',
      fault,
      seq: { increment: 1 },
    },
    select: { seq: true },
  })
  if (!ended) return false
  await updateStanding(tx, submission.enrolmentId, submission.assignmentId)
  await tellRun(tx, runId, ended.seq)
  return true
}
