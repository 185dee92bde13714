import type { Db } from '../db.ts'
import { effectiveRun } from '../domain/attempts.ts'
import { isLate } from '../domain/lateness.ts'
import { findVerdict, type Verdict } from '../domain/verdict.ts'

export interface SubmissionSummary {
  submissionId: string
  /** The run that stands for it: the effective one, or the newest while none has finished. */
  runId: string
  /** 1 for the first submission in this assignment. */
  ordinal: number
  receivedAt: Date
  late: boolean
  state: 'queued' | 'running' | 'finished'
  verdict: Verdict | null
  score: number | null
  /** From the public score, of 100, before lateness. */
  points: number | null
  params: number | null
  /** Graded again after the first time. */
  regraded: boolean
}

interface Input {
  enrolmentId: string
  assignmentId: string
}

/** A learner's own submissions in one assignment, newest first. */
export async function readSubmissionHistory(
  db: Db,
  { enrolmentId, assignmentId }: Input,
): Promise<SubmissionSummary[]> {
  const submissions = await db.submission.findMany({
    where: { enrolmentId, assignmentId },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      receivedAt: true,
      assignment: { select: { dueAt: true } },
      runs: {
        select: { id: true, number: true, state: true, verdict: true, publicScore: true, points: true, params: true },
      },
    },
  })
  const summaries = submissions.flatMap(({ id, receivedAt, assignment, runs }, index) => {
    const outcomes = runs.map((run) => ({ ...run, verdict: findVerdict(run.verdict) }))
    const newest = outcomes.toSorted((a, b) => b.number - a.number)[0]
    const run = effectiveRun(outcomes) ?? newest
    if (!run) return []
    return [
      {
        submissionId: id,
        runId: run.id,
        ordinal: index + 1,
        receivedAt,
        late: isLate(assignment.dueAt, receivedAt),
        state: run.state,
        verdict: run.verdict,
        score: run.publicScore,
        points: run.points,
        params: run.params,
        regraded: run.number > 1,
      },
    ]
  })
  return summaries.reverse()
}
