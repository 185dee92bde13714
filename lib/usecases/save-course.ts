import type { Db } from '../db.ts'
import type { CourseInput } from './inputs/course-input.ts'
import { orTaken } from './or-taken.ts'
import { recordAudit } from './record-audit.ts'

export type SaveCourseResult =
  | { ok: true; courseId: string; slug: string }
  | { ok: false; reason: 'slug-taken' | 'no-such-course' }

/** Adds a course, or changes the one of `courseId`. Stored dates are UTC, so another time zone moves none of them. */
export async function saveCourse(
  db: Db,
  { courseId, input, actorId, now }: { courseId?: string; input: CourseInput; actorId: string; now: Date },
): Promise<SaveCourseResult> {
  return orTaken(
    () =>
      db.$transaction(async (tx): Promise<SaveCourseResult> => {
        const before = courseId ? await tx.course.findUnique({ where: { id: courseId } }) : null
        if (courseId && !before) return { ok: false, reason: 'no-such-course' }
        const { id, slug } = before
          ? await tx.course.update({ where: { id: before.id }, data: input })
          : await tx.course.create({ data: { ...input, createdAt: now } })
        const was = before && { title: before.title, slug: before.slug, timeZone: before.timeZone }
        await recordAudit(tx, {
          actorId,
          action: before ? 'course.changed' : 'course.created',
          subject: `course:${id}`,
          data: { title: input.title, slug, timeZone: input.timeZone, ...(was ? { was } : {}) },
          now,
        })
        return { ok: true, courseId: id, slug }
      }),
    { ok: false, reason: 'slug-taken' } as const,
  )
}
