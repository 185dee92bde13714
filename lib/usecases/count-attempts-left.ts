import type { Tx } from '../db.ts'
import { attemptsLeft, dayOf } from '../domain/attempts.ts'
import { findVerdict } from '../domain/verdict.ts'

interface Input {
  enrolmentId: string
  assignment: { id: string; attemptsPerDay: number }
  timeZone: string
  now: Date
}

/** Attempts of today, by the course's clock, that are still to be had. */
export async function countAttemptsLeft(tx: Tx, { enrolmentId, assignment, timeZone, now }: Input): Promise<number> {
  const day = dayOf(now, timeZone)
  const today = await tx.submission.findMany({
    where: { enrolmentId, assignmentId: assignment.id, receivedAt: { gte: day.from, lt: day.until } },
    select: { runs: { select: { number: true, verdict: true } } },
  })
  return attemptsLeft(
    assignment.attemptsPerDay,
    today.map(({ runs }) => runs.map(({ number, verdict }) => ({ number, verdict: findVerdict(verdict) }))),
  )
}
