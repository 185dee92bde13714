import type { Db } from '../db.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { RunState } from '../generated/prisma/client.ts'
import { type AssignmentRow, listAssignments } from './list-assignments.ts'

export interface PathStep {
  submissionId: string
  assignmentId: string
  receivedAt: Date
  /** Of the newest run: a regrade that goes on shows as such. */
  state: RunState
  /** Of the effective run: the newest finished one. */
  verdict: Verdict | null
  publicScore: number | null
  privateScore: number | null
  points: number | null
  passed: boolean | null
  params: number | null
  runs: number
  isDemo: boolean
  /** The error, else what a failed `must` check says, else the first diagnosis. */
  message: string | null
}
export interface StudentPath {
  enrolmentId: string
  name: string
  email: string | null
  pseudonym: string
  isDemo: boolean
  active: boolean
  assignments: (AssignmentRow & { hasDraft: boolean; steps: PathStep[] })[]
}

/** Everything one person handed in, by exercise, oldest first. Null for an enrolment that isn't in the course. */
export async function readStudentPath(
  db: Db,
  { courseId, enrolmentId }: { courseId: string; enrolmentId: string },
): Promise<StudentPath | null> {
  const enrolment = await db.enrolment.findFirst({
    where: { id: enrolmentId, courseId },
    select: {
      id: true,
      pseudonym: true,
      deactivatedAt: true,
      user: { select: { name: true, email: true, isDemo: true } },
      drafts: { select: { assignmentId: true } },
    },
  })
  if (!enrolment) return null
  const [assignments, steps] = await Promise.all([listAssignments(db, { courseId }), readSteps(db, enrolmentId)])
  const { user } = enrolment
  return {
    enrolmentId,
    name: user.name ?? user.email ?? 'No name',
    email: user.email,
    pseudonym: enrolment.pseudonym,
    isDemo: user.isDemo,
    active: enrolment.deactivatedAt === null,
    assignments: assignments.map((assignment) => ({
      ...assignment,
      hasDraft: enrolment.drafts.some(({ assignmentId }) => assignmentId === assignment.id),
      steps: steps.filter(({ assignmentId }) => assignmentId === assignment.id),
    })),
  }
}

const readSteps = (db: Db, enrolmentId: string): Promise<PathStep[]> =>
  db.$queryRaw<PathStep[]>`
    SELECT s.id AS "submissionId", s."assignmentId", s."receivedAt", newest.state, newest.number AS runs,
      r.verdict, r."publicScore", r."privateScore", r.points, r.passed, r.params,
      coalesce(r."isDemo", false) AS "isDemo",
      coalesce(r.report->'error'->>'message', failed.feedback, r.report->'diagnoses'->0->>'message') AS message
    FROM "Submission" s
    JOIN LATERAL (
      SELECT state, number FROM "Run" WHERE "submissionId" = s.id ORDER BY number DESC LIMIT 1
    ) newest ON true
    LEFT JOIN LATERAL (
      SELECT * FROM "Run" WHERE "submissionId" = s.id AND state = 'finished' ORDER BY verdict = 'platform_error', number DESC LIMIT 1
    ) r ON true
    LEFT JOIN LATERAL (
      SELECT c->>'feedback' AS feedback FROM jsonb_array_elements(r.report->'checks') c
      WHERE c->>'level' = 'must' AND c->>'passed' = 'false' LIMIT 1
    ) failed ON true
    WHERE s."enrolmentId" = ${enrolmentId}
    ORDER BY s."receivedAt", s.id`
