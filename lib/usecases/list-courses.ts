import type { Db } from '../db.ts'

export interface CourseRow {
  id: string
  slug: string
  title: string
  description: string
  timeZone: string
  archivedAt: Date | null
  students: number
  instructors: number
  assignments: number
}

/** Every course of the platform, those in use first. */
export async function listCourses(db: Db): Promise<CourseRow[]> {
  const courses = await db.course.findMany({
    orderBy: [{ archivedAt: { sort: 'asc', nulls: 'first' } }, { title: 'asc' }],
    select: {
      id: true,
      slug: true,
      title: true,
      description: true,
      timeZone: true,
      archivedAt: true,
      _count: { select: { assignments: true } },
    },
  })
  const heads = await db.enrolment.groupBy({
    by: ['courseId', 'role'],
    where: { deactivatedAt: null },
    _count: true,
  })
  const count = (courseId: string, role: 'student' | 'instructor') =>
    heads.find((head) => head.courseId === courseId && head.role === role)?._count ?? 0
  return courses.map(({ _count, ...course }) => ({
    ...course,
    students: count(course.id, 'student'),
    instructors: count(course.id, 'instructor'),
    assignments: _count.assignments,
  }))
}
