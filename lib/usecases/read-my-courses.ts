import type { PrismaClient, Role } from '../generated/prisma/client.ts'

export interface MyCourse {
  slug: string
  title: string
  description: string
  timeZone: string
  role: Role
  assignments: number
  /** The next due date that has not passed, or null. */
  nextDueAt: Date | null
}

/** The courses a person is enrolled in, archived ones left out, by title. */
export async function readMyCourses(
  db: PrismaClient,
  { userId, now }: { userId: string; now: Date },
): Promise<MyCourse[]> {
  const enrolments = await db.enrolment.findMany({
    where: { userId, deactivatedAt: null, course: { archivedAt: null } },
    orderBy: { course: { title: 'asc' } },
    select: {
      role: true,
      course: {
        select: {
          slug: true,
          title: true,
          description: true,
          timeZone: true,
          assignments: { select: { dueAt: true }, orderBy: { dueAt: 'asc' } },
        },
      },
    },
  })
  return enrolments.map(({ role, course: { assignments, ...course } }) => ({
    ...course,
    role,
    assignments: assignments.length,
    nextDueAt: assignments.find(({ dueAt }) => dueAt > now)?.dueAt ?? null,
  }))
}
