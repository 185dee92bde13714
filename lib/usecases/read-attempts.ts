import type { Db } from '../db.ts'
import { countAttemptsLeft } from './count-attempts-left.ts'
import { readSubmissionHistory, type SubmissionSummary } from './read-submission-history.ts'

/** What handing in changes on an exercise's page, and what a result changes there. */
export interface Attempts {
  /** Of today, by the course's clock. */
  left: number
  isPaused: boolean
  /** Newest first. */
  submissions: SubmissionSummary[]
  readAt: Date
}

interface Input {
  courseId: string
  assignmentId: string
  /** Null for somebody who may look but has nothing of their own here. */
  enrolmentId: string | null
  timeZone: string
  now: Date
}

/** Null when the course has no such assignment. */
export async function readAttempts(db: Db, input: Input): Promise<Attempts | null> {
  const { courseId, assignmentId, timeZone, now } = input
  const enrolmentId = input.enrolmentId ?? ''
  const assignment = await db.assignment.findUnique({
    where: { id: assignmentId, courseId },
    select: { id: true, attemptsPerDay: true, pausedBecause: true },
  })
  if (!assignment) return null
  const [left, submissions] = await Promise.all([
    countAttemptsLeft(db, { enrolmentId, assignment, timeZone, now }),
    readSubmissionHistory(db, { enrolmentId, assignmentId }),
  ])
  return { left, isPaused: assignment.pausedBecause !== null, submissions, readAt: now }
}
