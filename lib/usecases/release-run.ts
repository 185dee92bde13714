import type { Db, Tx } from '../db.ts'
import { queuedDeadline } from '../domain/run-state.ts'
import type { LostRun } from './give-up-run.ts'
import { tellRun } from './tell-run.ts'

/** Puts a run that is to be tried again back among the waiting ones. False when it had finished or moved on. */
export const releaseRun = (db: Db, lost: LostRun): Promise<boolean> =>
  db.$transaction((tx) => releaseRunWithin(tx, lost))

export async function releaseRunWithin(tx: Tx, { runId, attempt, fault, now }: LostRun): Promise<boolean> {
  const [released] = await tx.run.updateManyAndReturn({
    where: { id: runId, attempt, state: { not: 'finished' } },
    data: {
      state: 'queued',
      phase: 'queued',
      workerId: null,
      deadlineAt: queuedDeadline(now),
      curve: [],
      live: {},
      fault,
      seq: { increment: 1 },
    },
    select: { seq: true },
  })
  if (!released) return false
  await tellRun(tx, runId, released.seq)
  return true
}
