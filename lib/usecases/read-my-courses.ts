import type { PrismaClient, Role } from '../generated/prisma/client.ts'

export interface MyCourse {
  slug: string
  title: string
  description: string
  timeZone: string
  role: Role
  /** In the order of the course; what has not opened yet is named too. */
  exercises: { slug: string; title: string }[]
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
          assignments: {
            select: {
              slug: true,
              dueAt: true,
              exerciseVersion: { select: { title: true, module: true, order: true } },
            },
            orderBy: [{ exerciseVersion: { module: 'asc' } }, { exerciseVersion: { order: 'asc' } }],
          },
        },
      },
    },
  })
  return enrolments.map(({ role, course: { assignments, ...course } }) => ({
    ...course,
    role,
    exercises: assignments.map(({ slug, exerciseVersion }) => ({ slug, title: exerciseVersion.title })),
    nextDueAt: earliest(assignments.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now)),
  }))
}

const earliest = (dates: readonly Date[]): Date | null =>
  dates.reduce<Date | null>((first, date) => (first && first <= date ? first : date), null)
