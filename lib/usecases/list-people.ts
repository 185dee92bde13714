import type { Db } from '../db.ts'
import type { Role } from '../generated/prisma/client.ts'

export interface PersonRow {
  id: string
  name: string | null
  email: string | null
  isAdmin: boolean
  isDemo: boolean
  hasPassword: boolean
  deactivatedAt: Date | null
  createdAt: Date
  enrolments: { courseSlug: string; courseTitle: string; role: Role; active: boolean }[]
}

export const PEOPLE_PER_PAGE = 50

/** People whose name or address contains `search`, by name; a page of them and how many there are in all. */
export async function listPeople(
  db: Db,
  { search, page }: { search: string; page: number },
): Promise<{ people: PersonRow[]; total: number }> {
  const contains = { contains: search.trim(), mode: 'insensitive' as const }
  const where = search.trim() === '' ? {} : { OR: [{ name: contains }, { email: contains }] }
  const total = await db.user.count({ where })
  const users = await db.user.findMany({
    where,
    orderBy: [{ name: 'asc' }, { email: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * PEOPLE_PER_PAGE,
    take: PEOPLE_PER_PAGE,
    select: {
      id: true,
      name: true,
      email: true,
      isAdmin: true,
      isDemo: true,
      passwordHash: true,
      deactivatedAt: true,
      createdAt: true,
      enrolments: {
        orderBy: { course: { title: 'asc' } },
        select: { role: true, deactivatedAt: true, course: { select: { slug: true, title: true } } },
      },
    },
  })
  return {
    total,
    // The hash stays here: whether there is one is all that a page may know.
    people: users.map(({ passwordHash, enrolments, ...user }) => ({
      ...user,
      hasPassword: passwordHash !== null,
      enrolments: enrolments.map(({ role, deactivatedAt, course }) => ({
        courseSlug: course.slug,
        courseTitle: course.title,
        role,
        active: deactivatedAt === null,
      })),
    })),
  }
}
