import type { Db } from '../db.ts'
import { recordAudit } from './record-audit.ts'

export type DeactivateEnrolmentResult = { ok: true } | { ok: false; reason: 'no-such-enrolment' }

/** Takes somebody out of a course, or back into it. What they handed in stays. */
export async function deactivateEnrolment(
  db: Db,
  change: { courseId: string; enrolmentId: string; active: boolean; actorId: string; now: Date },
): Promise<DeactivateEnrolmentResult> {
  const { courseId, enrolmentId, active, actorId, now } = change
  return db.$transaction(async (tx): Promise<DeactivateEnrolmentResult> => {
    const before = await tx.enrolment.findFirst({ where: { id: enrolmentId, courseId } })
    if (!before) return { ok: false, reason: 'no-such-enrolment' }
    if ((before.deactivatedAt === null) === active) return { ok: true }
    await tx.enrolment.update({ where: { id: enrolmentId }, data: { deactivatedAt: active ? null : now } })
    await recordAudit(tx, {
      actorId,
      action: active ? 'enrolment.reactivated' : 'enrolment.deactivated',
      subject: `enrolment:${enrolmentId}`,
      data: { courseId, userId: before.userId, role: before.role },
      now,
    })
    return { ok: true }
  })
}
