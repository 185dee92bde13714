import { z } from 'zod'
import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import type { Db } from '../db.ts'
import { effectiveRun } from '../domain/attempts.ts'
import { type Bars, barsOf } from '../domain/bars.ts'
import { isLate } from '../domain/lateness.ts'
import { VERDICTS, type Verdict } from '../domain/verdict.ts'
import type { RunState } from '../generated/prisma/client.ts'
import { readBaselines } from './read-baselines.ts'

export interface SubmissionRun {
  id: string
  number: number
  state: RunState
  verdict: Verdict | null
  publicScore: number | null
  queuedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  workerId: string | null
  isDemo: boolean
}
export interface SubmissionDetail {
  id: string
  source: string
  sourceHash: string
  receivedAt: Date
  late: boolean
  student: { enrolmentId: string; name: string; pseudonym: string; isDemo: boolean }
  assignment: { id: string; slug: string; dueAt: Date; maxPoints: number }
  exercise: { title: string; version: number; module: number; bars: Bars; byHand: boolean }
  /** Newest first. */
  runs: SubmissionRun[]
  /** Which of them counts; null while none has finished. */
  effectiveRunId: string | null
  /** The same person's submissions before and after it in this assignment. */
  previousId: string | null
  nextId: string | null
  /** 1 for their first in this assignment. */
  ordinal: number
  of: number
}

const Verdicts = z.enum(VERDICTS).nullable()

/** One submission and its runs, for staff; what a run found is read by `readRunStream`. Null when the course has none such. */
export async function readSubmission(
  db: Db,
  { courseId, submissionId }: { courseId: string; submissionId: string },
): Promise<SubmissionDetail | null> {
  const submission = await db.submission.findFirst({
    where: { id: submissionId, assignment: { courseId } },
    include: {
      enrolment: { include: { user: { select: { name: true, email: true, isDemo: true } } } },
      assignment: { include: { exerciseVersion: true } },
      runs: { orderBy: { number: 'desc' }, omit: { curve: true, live: true, report: true } },
    },
  })
  if (!submission) return null
  const { enrolment, assignment } = submission
  const siblings = await db.submission.findMany({
    where: { enrolmentId: enrolment.id, assignmentId: assignment.id },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const index = siblings.findIndex(({ id }) => id === submission.id)
  const frozen = FrozenExercise.parse(assignment.exerciseVersion.bundle)
  const runs = submission.runs.map(
    (run): SubmissionRun => ({
      id: run.id,
      number: run.number,
      state: run.state,
      verdict: Verdicts.parse(run.verdict),
      publicScore: run.publicScore,
      queuedAt: run.queuedAt,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      workerId: run.workerId,
      isDemo: run.isDemo,
    }),
  )
  return {
    id: submission.id,
    source: submission.source,
    sourceHash: submission.sourceHash,
    receivedAt: submission.receivedAt,
    late: isLate(assignment.dueAt, submission.receivedAt),
    student: {
      enrolmentId: enrolment.id,
      name: enrolment.user.name ?? enrolment.user.email ?? 'No name',
      pseudonym: enrolment.pseudonym,
      isDemo: enrolment.user.isDemo,
    },
    assignment: { id: assignment.id, slug: assignment.slug, dueAt: assignment.dueAt, maxPoints: assignment.maxPoints },
    exercise: {
      title: assignment.exerciseVersion.title,
      version: assignment.exerciseVersion.version,
      module: assignment.exerciseVersion.module,
      bars: { ...barsOf(frozen.exercise), classical: await readBaselines(db, { frozen, split: 'public' }) },
      byHand: frozen.exercise.kind === 'functions',
    },
    runs,
    effectiveRunId: effectiveRun(runs)?.id ?? null,
    previousId: siblings[index - 1]?.id ?? null,
    nextId: siblings[index + 1]?.id ?? null,
    ordinal: index + 1,
    of: siblings.length,
  }
}
