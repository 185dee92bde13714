import type { Db } from '../db.ts'

export interface DemoAccount {
  email: string
  role: 'student' | 'instructor' | 'admin'
}

/** One demo account of each kind to try the platform with; none where the demo data isn't installed. */
export async function readDemoAccounts(db: Db): Promise<DemoAccount[]> {
  const people = await db.user.findMany({
    where: { isDemo: true, deactivatedAt: null, passwordHash: { not: null }, email: { not: null } },
    orderBy: { createdAt: 'asc' },
    select: { email: true, isAdmin: true, enrolments: { select: { role: true } } },
  })
  const kinds = people.map(({ email, isAdmin, enrolments }) => ({
    email: email ?? '',
    role: isAdmin
      ? ('admin' as const)
      : enrolments.some(({ role }) => role === 'instructor')
        ? 'instructor'
        : 'student',
  }))
  return (['student', 'instructor', 'admin'] as const).flatMap((role) => {
    const first = kinds.find((kind) => kind.role === role)
    return first ? [{ email: first.email, role }] : []
  })
}
