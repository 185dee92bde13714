import type { Db } from '#lib/db.ts'
import { hashPassword } from '#lib/password.ts'

interface Account {
  email: string
  name: string
  password: string | null
  isAdmin: boolean
  isDemo: boolean
}

/** The person of that address; made if there is none, else left as they are. */
export async function ensureAccount(db: Db, account: Account, now: Date): Promise<{ id: string; made: boolean }> {
  const { password, ...data } = account
  const known = await db.user.findUnique({ where: { email: data.email }, select: { id: true } })
  if (known) return { id: known.id, made: false }
  const passwordHash = password === null ? null : await hashPassword(password)
  const { id } = await db.user.create({ data: { ...data, passwordHash, createdAt: now }, select: { id: true } })
  return { id, made: true }
}
