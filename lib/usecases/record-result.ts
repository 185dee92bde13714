import type { StoredReport } from '../contract/disclosed-report.ts'
import type { GradeReport } from '../contract/report.ts'
import type { Db } from '../db.ts'
import { thinCurve } from '../domain/thin-curve.ts'
import { tellRun } from './tell-run.ts'
import { lockEnrolment, updateStanding } from './update-standing.ts'

export interface RunResult {
  runId: string
  attempt: number
  report: GradeReport
  /** The weights, already in the blob store. */
  artefact: { hash: string; bytes: number } | null
  now: Date
}

export type RecordResult = 'recorded' | 'already-recorded' | 'fenced'

/**
 * Ends a run with what the grader found out, and brings the standing up to date, in one transaction. Delivery is
 * at-least-once, so saying it twice changes nothing; a worker that lost the run to another is refused.
 */
export async function recordResult(db: Db, result: RunResult): Promise<RecordResult> {
  const { runId, attempt, artefact, now } = result
  const { curve, ...report } = result.report
  return db.$transaction(async (tx) => {
    const { submission } = await tx.run.findUniqueOrThrow({
      where: { id: runId },
      select: { submission: { select: { enrolmentId: true, assignmentId: true } } },
    })
    await lockEnrolment(tx, submission.enrolmentId)
    if (artefact) {
      await tx.artefact.createMany({ data: [{ ...artefact, createdAt: now }], skipDuplicates: true })
    }
    const [finished] = await tx.run.updateManyAndReturn({
      where: { id: runId, attempt, state: 'running' },
      data: {
        state: 'finished',
        phase: 'finished',
        finishedAt: now,
        seq: { increment: 1 },
        curve: thinCurve(curve),
        ...reportColumns(report),
        artefactHash: artefact?.hash ?? null,
      },
      select: { seq: true },
    })
    if (!finished) {
      const now = await tx.run.findUniqueOrThrow({ where: { id: runId }, select: { state: true, attempt: true } })
      return now.state === 'finished' && now.attempt === attempt ? 'already-recorded' : 'fenced'
    }
    await updateStanding(tx, submission.enrolmentId, submission.assignmentId)
    await tellRun(tx, runId, finished.seq)
    return 'recorded'
  })
}

/** A report as a run's row keeps it: whole, and the figures that queries need in columns of their own. */
export const reportColumns = (report: StoredReport) => ({
  report,
  verdict: report.verdict,
  publicScore: report.metric.public,
  privateScore: report.metric.private,
  points: report.points,
  finalPoints: report.finalPoints,
  passed: report.passed,
  finallyPassed: report.finallyPassed,
  params: report.params,
})
