import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Db } from '../db.ts'
import { runningDeadline } from '../domain/run-state.ts'
import { tellRun } from './tell-run.ts'

export interface TakenRun {
  runId: string
  submissionId: string
  attempt: number
  source: string
  frozen: FrozenExercise
  queuedAt: Date
  /** When the worker should stop trying. */
  deadlineAt: Date
}

export type TakeRunResult =
  | { ok: true; run: TakenRun }
  /** `overtaken`: a later delivery has it, or it has finished. */
  | { ok: false; reason: 'gone' | 'overtaken' }

/**
 * A worker takes a run under a fencing token: from now on only writes with this `attempt` count, and whoever had the run
 * before cannot write any more. What an earlier try has shown is cleared.
 */
export async function takeRun(
  db: Db,
  { runId, attempt, workerId, now }: { runId: string; attempt: number; workerId: string; now: Date },
): Promise<TakeRunResult> {
  return db.$transaction(async (tx) => {
    const run = await tx.run.findUnique({
      where: { id: runId },
      select: {
        queuedAt: true,
        submission: {
          select: { id: true, source: true, assignment: { select: { exerciseVersion: { select: { bundle: true } } } } },
        },
      },
    })
    if (!run) return { ok: false, reason: 'gone' }
    const { submission } = run
    const frozen = FrozenExercise.parse(submission.assignment.exerciseVersion.bundle)
    const deadlineAt = runningDeadline(now, frozen.exercise.limits.maxSeconds)
    const [taken] = await tx.run.updateManyAndReturn({
      where: { id: runId, state: { not: 'finished' }, attempt: { lt: attempt } },
      data: {
        state: 'running',
        phase: 'compiling',
        attempt,
        workerId,
        startedAt: now,
        deadlineAt,
        curve: [],
        live: {},
        seq: { increment: 1 },
      },
      select: { seq: true },
    })
    if (!taken) return { ok: false, reason: 'overtaken' }
    await tellRun(tx, runId, taken.seq)
    return {
      ok: true,
      run: {
        runId,
        submissionId: submission.id,
        attempt,
        source: submission.source,
        frozen,
        queuedAt: run.queuedAt,
        deadlineAt,
      },
    }
  })
}
