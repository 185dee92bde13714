import type { Db } from '../db.ts'
import type { Role } from '../generated/prisma/client.ts'

export interface EnrolmentRow {
  id: string
  personId: string
  name: string
  email: string | null
  isDemo: boolean
  role: Role
  pseudonym: string
  active: boolean
  /** The account itself was deactivated: nobody is let in by the enrolment alone. */
  personActive: boolean
  submissions: number
}

/** Everybody who is or was enrolled in a course: staff first, then by name. */
export async function listEnrolments(db: Db, { courseId }: { courseId: string }): Promise<EnrolmentRow[]> {
  const enrolments = await db.enrolment.findMany({
    where: { courseId },
    orderBy: [{ role: 'desc' }, { user: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      role: true,
      pseudonym: true,
      deactivatedAt: true,
      user: { select: { id: true, name: true, email: true, isDemo: true, deactivatedAt: true } },
      _count: { select: { submissions: true } },
    },
  })
  return enrolments.map(({ user, _count, deactivatedAt, ...enrolment }) => ({
    ...enrolment,
    personId: user.id,
    name: user.name ?? user.email ?? 'No name',
    email: user.email,
    isDemo: user.isDemo,
    active: deactivatedAt === null,
    personActive: user.deactivatedAt === null,
    submissions: _count.submissions,
  }))
}
