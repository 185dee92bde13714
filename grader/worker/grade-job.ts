import type { Box } from '#grader/box/box.ts'
import { gradeSolution } from '#grader/grade.ts'
import { GraderFault } from '#grader/grading/grader-fault.ts'
import { BlobError, type BlobStore } from '#lib/catalogue/blob-store.ts'
import type { Db } from '#lib/db.ts'
import { MAX_TRIES } from '#lib/domain/run-state.ts'
import { log } from '#lib/log.ts'
import { GradeJob } from '#lib/queue.ts'
import { giveUpRun } from '#lib/usecases/give-up-run.ts'
import { pauseAssignments } from '#lib/usecases/pause-assignments.ts'
import { recordResult } from '#lib/usecases/record-result.ts'
import { releaseRun } from '#lib/usecases/release-run.ts'
import { type TakenRun, takeRun } from '#lib/usecases/take-run.ts'
import type { BundleCache } from './bundle-cache.ts'
import type { Lane } from './lane.ts'
import { Milestones } from './milestones.ts'
import { ProgressWriter } from './progress-writer.ts'

export interface GradingContext {
  db: Db
  box: Box
  store: BlobStore
  bundles: BundleCache
  workerId: string
  /** Least time between two writes of one run's progress. */
  progressGapMs: number
  /** Aborted: what is under way is given back to the queue, for this worker has to end. */
  outOfTime: AbortSignal
}

/** One delivery of a job, as pg-boss hands it over. */
export interface Delivery {
  data: unknown
  /** 0 at the first delivery of the job. */
  retryCount: number
  signal: AbortSignal
}

/** The run was taken over by another delivery: nothing of this one counts any more. */
class Fenced extends Error {}

/**
 * Grades the run of a delivery and records the result. Returns when the job is done with, whatever came of it.
 * @throws what went wrong on our side, when the queue is to deliver the job again
 */
export async function gradeJob(context: GradingContext, lane: Lane, delivery: Delivery): Promise<void> {
  const { runId, baseAttempt } = GradeJob.parse(delivery.data)
  const attempt = baseAttempt + delivery.retryCount + 1
  const logger = log('worker').child({ runId, attempt })
  const taken = await takeRun(context.db, { runId, attempt, workerId: context.workerId, now: new Date() })
  if (!taken.ok) {
    logger.info({ reason: taken.reason }, 'not taken')
    return
  }
  if (attempt > MAX_TRIES) {
    await giveUpRun(context.db, {
      runId,
      attempt,
      fault: 'Every worker that took it ended without a word.',
      now: new Date(),
    })
    return
  }
  try {
    const outcome = await grade(context, lane, taken.run, delivery.signal)
    logger.info(outcome, 'graded')
    if (await lane.retireTrainer()) logger.info('the trainer has served long enough: a fresh one starts')
  } catch (error) {
    // Whatever the trainer was at, it may still be at it.
    await lane.discardTrainer()
    if (error instanceof Fenced) {
      logger.warn('taken over by another delivery')
      return
    }
    const isLast = attempt >= MAX_TRIES || (error instanceof GraderFault && !error.retryable)
    logger.error({ error: error instanceof Error ? error.stack : String(error), isLast }, 'grading failed on our side')
    const lost = { runId, attempt, fault: faultText(error), now: new Date() }
    if (isLast) {
      // Three tries, seconds apart: no hiccup of a shared folder. Every further submission would only fail as well.
      if (error instanceof BlobError) {
        const { submissionId } = taken.run
        const paused = await pauseAssignments(context.db, { submissionId, because: lost.fault, now: lost.now })
        logger.error({ paused, fault: lost.fault }, 'assignments paused')
      }
      await giveUpRun(context.db, lost)
      return
    }
    await releaseRun(context.db, lost)
    throw error
  }
}

const LONGEST_FAULT = 500

/** What failed, for the machinery page: the log has the rest. */
function faultText(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error)
  return text.length > LONGEST_FAULT ? `${text.slice(0, LONGEST_FAULT)}…` : text
}

async function grade(context: GradingContext, lane: Lane, run: TakenRun, delivered: AbortSignal) {
  const { db, box, store, bundles, progressGapMs: gapMs } = context
  const { runId, attempt } = run
  const fenced = new AbortController()
  const progress = new ProgressWriter(db, run, {
    gapMs,
    logger: log('worker').child({ runId, attempt }),
    onFenced: () => fenced.abort(new Fenced()),
  })
  const milestones = new Milestones(run.queuedAt)
  const untilDeadline = AbortSignal.timeout(Math.max(1, run.deadlineAt.getTime() - Date.now()))
  try {
    const { report, weights, alongside } = await gradeSolution({
      bundle: await bundles.get(run.frozen),
      source: run.source,
      box,
      trainer: () => lane.trainer(),
      now: () => new Date(),
      onEvent: (event) => {
        milestones.handle(event)
        progress.handle(event)
      },
      signal: AbortSignal.any([delivered, untilDeadline, fenced.signal, context.outOfTime]),
    })
    await progress.finish()
    const artefact = weights && { hash: await store.put(weights), bytes: weights.byteLength }
    for (const bytes of alongside) await store.put(bytes)
    const recorded = await recordResult(db, { runId, attempt, report, artefact, now: new Date() })
    return { recorded, verdict: report.verdict, reachedMs: milestones.reachedMs, timing: report.timing }
  } finally {
    await progress.finish()
  }
}
