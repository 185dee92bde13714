import { z } from 'zod'
import type { Tx } from '../db.ts'
import { METRICS } from '../domain/metric.ts'
import { type GradedRun, standingOf } from '../domain/standing.ts'
import { VERDICTS } from '../domain/verdict.ts'

const Metric = z.enum(METRICS)
const StoredVerdict = z.enum(VERDICTS).nullable()

/**
 * Derives the standing of one person in one assignment anew from all their submissions. Whoever calls it has locked the
 * enrolment (`lockEnrolment`), so that two results cannot overwrite each other's standing.
 */
export async function updateStanding(tx: Tx, enrolmentId: string, assignmentId: string): Promise<void> {
  const assignment = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { dueAt: true, latePenaltyPerDay: true, maxPoints: true, exerciseVersion: { select: { metric: true } } },
  })
  const submissions = await tx.submission.findMany({
    where: { enrolmentId, assignmentId },
    orderBy: { receivedAt: 'asc' },
    select: {
      receivedAt: true,
      runs: {
        select: {
          id: true,
          number: true,
          verdict: true,
          publicScore: true,
          privateScore: true,
          points: true,
          finalPoints: true,
          passed: true,
          finallyPassed: true,
          params: true,
        },
      },
    },
  })
  const last = submissions.at(-1)
  if (!last) return
  const values = standingOf(
    submissions.map(({ receivedAt, runs }) => ({
      receivedAt,
      runs: runs.map((run): GradedRun => ({ ...run, verdict: StoredVerdict.parse(run.verdict) })),
    })),
    {
      metric: Metric.parse(assignment.exerciseVersion.metric),
      dueAt: assignment.dueAt,
      latePenaltyPerDay: assignment.latePenaltyPerDay,
      maxPoints: assignment.maxPoints,
    },
  )
  const data = { ...values, lastAt: last.receivedAt }
  await tx.standing.upsert({
    where: { assignmentId_enrolmentId: { assignmentId, enrolmentId } },
    create: { assignmentId, enrolmentId, ...data },
    update: data,
  })
}

/** Lets only one transaction at a time change what one person has handed in and got for it. */
export async function lockEnrolment(tx: Tx, enrolmentId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Enrolment" where id = ${enrolmentId} for update`
}
