import type { Db } from '../db.ts'
import type { CourseRoleInput } from './inputs/enrolment-input.ts'
import { recordAudit } from './record-audit.ts'

export type ChangeRoleResult = { ok: true } | { ok: false; reason: 'no-such-enrolment' }

/** Makes a student of an instructor, or the other way round; effective at their next request. */
export async function changeRole(
  db: Db,
  change: { courseId: string; enrolmentId: string; role: CourseRoleInput; actorId: string; now: Date },
): Promise<ChangeRoleResult> {
  const { courseId, enrolmentId, role, actorId, now } = change
  return db.$transaction(async (tx): Promise<ChangeRoleResult> => {
    // The course is part of the question, so that a right in one course is none over another's enrolments.
    const before = await tx.enrolment.findFirst({ where: { id: enrolmentId, courseId } })
    if (!before) return { ok: false, reason: 'no-such-enrolment' }
    if (before.role === role) return { ok: true }
    await tx.enrolment.update({ where: { id: enrolmentId }, data: { role } })
    await recordAudit(tx, {
      actorId,
      action: 'enrolment.role-changed',
      subject: `enrolment:${enrolmentId}`,
      data: { courseId, userId: before.userId, role, was: before.role },
      now,
    })
    return { ok: true }
  })
}
