import type { Db, Tx } from '../db.ts'
import type { Assignment } from '../generated/prisma/client.ts'
import {
  type AssignmentFault,
  type AssignmentFields,
  type AssignmentInput,
  parseAssignment,
} from './inputs/assignment-input.ts'
import { orTaken } from './or-taken.ts'
import { recordAudit } from './record-audit.ts'
import { lockEnrolment, updateStanding } from './update-standing.ts'

export type SaveAssignmentResult =
  | { ok: true; assignmentId: string; regraded: number }
  | { ok: false; reason: 'wrong-dates'; faults: AssignmentFault[] }
  | { ok: false; reason: 'no-such-exercise' | 'already-assigned' | 'no-such-assignment' | 'no-such-course' }

export interface SaveAssignment {
  courseId: string
  /** Left out: a new one, of the newest version of the exercise. */
  assignmentId?: string
  input: AssignmentInput
  actorId: string
  now: Date
}

/**
 * Adds an assignment to a course, or changes one: its dates and rules, never its exercise. Where a change touches points
 * (due date, penalty, maximum), everybody's are worked out anew in the same transaction.
 */
export async function saveAssignment(db: Db, request: SaveAssignment): Promise<SaveAssignmentResult> {
  const course = await db.course.findUnique({ where: { id: request.courseId }, select: { timeZone: true } })
  if (!course) return { ok: false, reason: 'no-such-course' }
  const parsed = parseAssignment(request.input, course.timeZone)
  if (!parsed.ok) return { ok: false, reason: 'wrong-dates', faults: parsed.faults }
  const save = (tx: Tx) =>
    request.assignmentId === undefined
      ? addAssignment(tx, request, parsed.fields)
      : changeAssignment(tx, request, request.assignmentId, parsed.fields)
  return orTaken(() => db.$transaction(save, { timeout: 120_000 }), { ok: false, reason: 'already-assigned' } as const)
}

async function addAssignment(
  tx: Tx,
  { courseId, actorId, now }: SaveAssignment,
  fields: AssignmentFields,
): Promise<SaveAssignmentResult> {
  const newest = await tx.exerciseVersion.findFirst({
    where: { slug: fields.slug },
    orderBy: [{ version: 'desc' }, { createdAt: 'desc' }],
    select: { id: true },
  })
  if (!newest) return { ok: false, reason: 'no-such-exercise' }
  const { id } = await tx.assignment.create({
    data: { ...fields, courseId, exerciseVersionId: newest.id, createdAt: now },
  })
  await recordAudit(tx, {
    actorId,
    action: 'assignment.created',
    subject: `assignment:${id}`,
    data: { courseId, ...plain(fields) },
    now,
  })
  return { ok: true, assignmentId: id, regraded: 0 }
}

async function changeAssignment(
  tx: Tx,
  { courseId, actorId, now }: SaveAssignment,
  assignmentId: string,
  { slug: _fixed, ...fields }: AssignmentFields,
): Promise<SaveAssignmentResult> {
  const before = await tx.assignment.findFirst({ where: { id: assignmentId, courseId } })
  if (!before) return { ok: false, reason: 'no-such-assignment' }
  await tx.assignment.update({ where: { id: assignmentId }, data: fields })
  const regraded = touchesPoints(before, fields) ? await updateStandings(tx, assignmentId) : 0
  await recordAudit(tx, {
    actorId,
    action: 'assignment.changed',
    subject: `assignment:${assignmentId}`,
    data: { courseId, slug: before.slug, ...plain(fields), was: plain(before), regraded },
    now,
  })
  return { ok: true, assignmentId, regraded }
}

const touchesPoints = (before: Assignment, after: Omit<AssignmentFields, 'slug'>): boolean =>
  before.dueAt.getTime() !== after.dueAt.getTime() ||
  before.latePenaltyPerDay !== after.latePenaltyPerDay ||
  before.maxPoints !== after.maxPoints

async function updateStandings(tx: Tx, assignmentId: string): Promise<number> {
  // In one order everywhere, so that two such changes wait for each other instead of locking each other out.
  const standings = await tx.standing.findMany({
    where: { assignmentId },
    orderBy: { enrolmentId: 'asc' },
    select: { enrolmentId: true },
  })
  for (const { enrolmentId } of standings) {
    await lockEnrolment(tx, enrolmentId)
    await updateStanding(tx, enrolmentId, assignmentId)
  }
  return standings.length
}

const plain = (fields: Omit<AssignmentFields, 'slug'> & { slug?: string }) => ({
  ...(fields.slug === undefined ? {} : { slug: fields.slug }),
  opensAt: fields.opensAt.toISOString(),
  dueAt: fields.dueAt.toISOString(),
  closesAt: fields.closesAt.toISOString(),
  attemptsPerDay: fields.attemptsPerDay,
  maxPoints: fields.maxPoints,
  latePenaltyPerDay: fields.latePenaltyPerDay,
  revealAtOnce: fields.revealAtOnce,
  requiresGpu: fields.requiresGpu,
})
