import { sha256 } from '../catalogue/keyed-hash.ts'
import { MAX_SOURCE_BYTES } from '../contract/source-limit.ts'
import type { Db, Tx } from '../db.ts'
import { dayOf } from '../domain/attempts.ts'
import { openingState } from '../domain/opening.ts'
import { queuedDeadline } from '../domain/run-state.ts'
import { enqueueRun } from '../queue.ts'
import { countAttemptsLeft } from './count-attempts-left.ts'
import { lockEnrolment, updateStanding } from './update-standing.ts'

export interface SubmitInput {
  userId: string
  courseId: string
  assignmentId: string
  source: string
  /** One a click: the same key again gives the same submission. */
  idempotencyKey: string
  now: Date
}

export type SubmitResult =
  | { ok: true; submissionId: string; runId: string; repeated: boolean; attemptsLeft: number }
  | {
      ok: false
      reason:
        | 'not-enrolled'
        | 'not-open'
        | 'closed'
        | 'paused'
        | 'too-many-attempts'
        | 'too-often'
        | 'too-large'
        | 'empty'
      /** Said to the learner. */
      detail: string
      /** When it may work again, where time mends it. */
      retryAt?: Date
    }

const refuse = (
  reason: Extract<SubmitResult, { ok: false }>['reason'],
  detail: string,
  retryAt?: Date,
): SubmitResult => ({
  ok: false,
  reason,
  detail,
  ...(retryAt ? { retryAt } : {}),
})

/**
 * Takes a submission: checks the rules, keeps an immutable copy, and queues its first run, all in one transaction, so
 * that either all of it happened or nothing did. The enrolment's row is locked first: two tabs at the quota wait for each
 * other and the second finds the quota used.
 */
export async function submitSolution(db: Db, input: SubmitInput): Promise<SubmitResult> {
  const bytes = Buffer.byteLength(input.source)
  if (bytes > MAX_SOURCE_BYTES) {
    return refuse('too-large', `Your file has ${bytes} bytes; at most ${MAX_SOURCE_BYTES} are taken.`)
  }
  if (input.source.trim() === '') return refuse('empty', 'Your file is empty: write a solution first.')
  return db.$transaction((tx) => submitWithin(db, tx, input))
}

async function submitWithin(db: Db, tx: Tx, input: SubmitInput): Promise<SubmitResult> {
  const { userId, courseId, assignmentId, now } = input
  const assignment = await tx.assignment.findUnique({
    where: { id: assignmentId, courseId },
    include: { course: true },
  })
  const enrolment = await tx.enrolment.findUnique({ where: { userId_courseId: { userId, courseId } } })
  if (!assignment || !enrolment || enrolment.deactivatedAt !== null) {
    return refuse('not-enrolled', 'You are not enrolled in this course.')
  }
  await lockEnrolment(tx, enrolment.id)

  const { timeZone } = assignment.course
  const left = await countAttemptsLeft(tx, { enrolmentId: enrolment.id, assignment, timeZone, now })

  const earlier = await tx.submission.findUnique({
    where: { enrolmentId_idempotencyKey: { enrolmentId: enrolment.id, idempotencyKey: input.idempotencyKey } },
    include: { runs: { orderBy: { number: 'asc' }, take: 1 } },
  })
  const firstRun = earlier?.runs[0]
  if (earlier && firstRun) {
    return { ok: true, submissionId: earlier.id, runId: firstRun.id, repeated: true, attemptsLeft: left }
  }

  const opening = openingState(assignment, now)
  if (opening === 'not-open') return refuse('not-open', 'This assignment has not opened yet.', assignment.opensAt)
  if (opening === 'closed' || assignment.course.archivedAt !== null) {
    return refuse('closed', 'This assignment has closed; nothing can be handed in any more.')
  }
  if (assignment.pausedBecause !== null) {
    return refuse(
      'paused',
      'This assignment is paused, because of a fault of ours. Your draft is kept; try again later.',
    )
  }
  if (left === 0) {
    return refuse(
      'too-many-attempts',
      `You have used your ${assignment.attemptsPerDay} attempts of today. New ones come at midnight, course time.`,
      dayOf(now, timeZone).until,
    )
  }

  const submission = await tx.submission.create({
    data: {
      enrolmentId: enrolment.id,
      assignmentId,
      idempotencyKey: input.idempotencyKey,
      source: input.source,
      sourceHash: sha256(input.source),
      receivedAt: now,
      runs: { create: { queuedAt: now, deadlineAt: queuedDeadline(now) } },
    },
    include: { runs: true },
  })
  const run = submission.runs[0]
  if (!run) throw new Error('a submission was created without its run')
  await enqueueRun(db, tx, {
    runId: run.id,
    userId,
    baseAttempt: 0,
    requiresGpu: assignment.requiresGpu,
    priority: await fairPriority(tx, userId, run.id),
  })
  await updateStanding(tx, enrolment.id, assignmentId)
  return { ok: true, submissionId: submission.id, runId: run.id, repeated: false, attemptsLeft: left - 1 }
}

/**
 * A person's first waiting run comes before anybody's second, and so on: nobody keeps others waiting by handing in a
 * lot at once. Zero or less.
 */
async function fairPriority(tx: Tx, userId: string, runId: string): Promise<number> {
  const waiting = await tx.run.count({
    where: { id: { not: runId }, state: { not: 'finished' }, submission: { enrolment: { userId } } },
  })
  return -waiting
}
