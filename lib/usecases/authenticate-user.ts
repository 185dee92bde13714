import { z } from 'zod'
import type { Db } from '../db.ts'
import { verifyPassword } from '../password.ts'
import { checkUse, countUse, forgetUses } from '../rate-limit.ts'

/** Stored and compared in lower case: people type their address as they please. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('should be an e-mail address'))

export const Credentials = z.object({ email: Email, password: z.string().min(1).max(200) })

export interface SignInAttempt {
  email: string
  password: string
  /** Network address of the client. */
  address: string
}

export type SignInResult =
  | { ok: true; user: { id: string; name: string | null; email: string | null } }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too-many'; retryAfterSeconds: number }

/**
 * Checks a password. Failures are counted for the e-mail address, every try for the network address; a success
 * forgets the failures. Unknown, deactivated and wrong give the same answer in the same time.
 */
export async function authenticateUser(db: Db, attempt: SignInAttempt): Promise<SignInResult> {
  const given = Credentials.safeParse(attempt)
  if (!given.success) return { ok: false, reason: 'wrong' }
  const { email, password } = given.data

  for (const limit of [
    await countUse(db, 'sign-in-address', attempt.address),
    await checkUse(db, 'sign-in-email', email),
  ]) {
    if (!limit.ok) return { ok: false, reason: 'too-many', retryAfterSeconds: limit.retryAfterSeconds }
  }

  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, deactivatedAt: true },
  })
  const matches = await verifyPassword(password, user?.passwordHash ?? null)
  if (!user || !matches || user.deactivatedAt !== null) {
    await countUse(db, 'sign-in-email', email)
    return { ok: false, reason: 'wrong' }
  }
  await forgetUses(db, 'sign-in-email', email)
  return { ok: true, user: { id: user.id, name: user.name, email: user.email } }
}
