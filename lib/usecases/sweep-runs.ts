import type { Db, Tx } from '../db.ts'
import { afterLoss } from '../domain/run-state.ts'
import { enqueueRun, findRunsWithoutJob, forgetJobs } from '../queue.ts'
import { giveUpRunWithin } from './give-up-run.ts'
import { releaseRunWithin } from './release-run.ts'

/** Any number, the same everywhere: PostgreSQL's advisory locks are named by numbers. */
const SWEEP_LOCK = 4_722_001

/** Ahead of what was handed in since: these have waited once already. */
const REQUEUE_PRIORITY = 1

/** A run and its job are written together, and a job ends after its run: only a fault leaves one without the other. */
const GRACE_MS = 5_000

export interface SweepResult {
  requeued: string[]
  gaveUp: string[]
}

/**
 * Looks after every run that nobody will bring to an end: its job is gone (workers died with it too often, or the queue's
 * tables were restored without it), or its deadline has passed. One sweeps at a time, over all processes; the others get
 * null.
 */
export async function sweepRuns(db: Db, now: Date): Promise<SweepResult | null> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ got: boolean }[]>`select pg_try_advisory_xact_lock(${SWEEP_LOCK}) as got`
    if (!lock?.got) return null
    const withoutJob = await findRunsWithoutJob(tx, new Date(now.getTime() - GRACE_MS))
    const overdue = await tx.run.findMany({
      where: { state: { not: 'finished' }, deadlineAt: { lte: now } },
      select: { id: true },
    })
    const result: SweepResult = { requeued: [], gaveUp: [] }
    for (const id of new Set([...withoutJob, ...overdue.map((run) => run.id)])) {
      const outcome = await settle(db, tx, id, now)
      if (outcome) result[outcome].push(id)
    }
    return result
  })
}

async function settle(db: Db, tx: Tx, id: string, now: Date): Promise<keyof SweepResult | null> {
  const run = await tx.run.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      attempt: true,
      deadlineAt: true,
      workerId: true,
      fault: true,
      submission: {
        select: { enrolment: { select: { userId: true } }, assignment: { select: { requiresGpu: true } } },
      },
    },
  })
  if (run.state === 'finished') return null
  const { attempt } = run
  await forgetJobs(db, tx, id)
  const lost = { runId: id, attempt, fault: whyLost({ ...run, state: run.state }, now), now }
  if (afterLoss({ state: run.state, tries: attempt, deadlineAt: run.deadlineAt }, now) === 'give-up') {
    return (await giveUpRunWithin(tx, lost)) ? 'gaveUp' : null
  }
  if (!(await releaseRunWithin(tx, lost))) return null
  await enqueueRun(db, tx, {
    runId: id,
    userId: run.submission.enrolment.userId,
    baseAttempt: attempt,
    requiresGpu: run.submission.assignment.requiresGpu,
    priority: REQUEUE_PRIORITY,
  })
  return 'requeued'
}

/** What is known of a run that was lost without a word; what an earlier try said is kept, for it may be why. */
function whyLost(
  run: { state: 'queued' | 'running'; deadlineAt: Date; workerId: string | null; fault: string | null },
  now: Date,
) {
  const isLate = now.getTime() >= run.deadlineAt.getTime()
  if (run.state === 'queued') return run.fault ?? (isLate ? 'No worker took it in time.' : 'The queue had lost it.')
  return isLate
    ? `Worker ${run.workerId} did not finish in the time that this exercise may take.`
    : `Worker ${run.workerId} ended while grading it, without a word.`
}
