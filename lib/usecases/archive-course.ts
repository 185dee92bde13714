import type { Db } from '../db.ts'
import { recordAudit } from './record-audit.ts'

/** Takes a course out of everybody's lists, or back into them. Nothing in it is lost. */
export async function archiveCourse(
  db: Db,
  { courseId, archived, actorId, now }: { courseId: string; archived: boolean; actorId: string; now: Date },
): Promise<{ ok: true; title: string } | { ok: false; reason: 'no-such-course' }> {
  return db.$transaction(async (tx) => {
    const course = await tx.course.findUnique({ where: { id: courseId } })
    if (!course) return { ok: false, reason: 'no-such-course' }
    if ((course.archivedAt !== null) === archived) return { ok: true, title: course.title }
    await tx.course.update({ where: { id: courseId }, data: { archivedAt: archived ? now : null } })
    await recordAudit(tx, {
      actorId,
      action: archived ? 'course.archived' : 'course.unarchived',
      subject: `course:${courseId}`,
      data: { title: course.title },
      now,
    })
    return { ok: true, title: course.title }
  })
}
