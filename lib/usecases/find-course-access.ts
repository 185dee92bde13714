import type { Db } from '../db.ts'
import { type CourseRole, courseRole } from '../domain/permissions.ts'
import type { Course, Enrolment } from '../generated/prisma/client.ts'
import type { Viewer } from './find-viewer.ts'

export interface CourseAccess {
  course: Course
  /** Null for a stranger and for an admin who is not enrolled. */
  enrolment: Enrolment | null
  role: CourseRole
}

/** Who `viewer` is to the course, or null when there is no such course. Strangers are told apart by `role`. */
export async function findCourseAccess(db: Db, viewer: Viewer, slug: string): Promise<CourseAccess | null> {
  const course = await db.course.findUnique({
    where: { slug },
    include: { enrolments: { where: { userId: viewer.userId } } },
  })
  if (!course) return null
  const { enrolments, ...rest } = course
  const enrolment = enrolments[0] ?? null
  const role = courseRole(viewer, enrolment)
  return { course: rest, enrolment: role === 'stranger' ? null : enrolment, role }
}
