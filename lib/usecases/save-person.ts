import type { Db, Tx } from '../db.ts'
import { hashPassword } from '../password.ts'
import type { PersonInput } from './inputs/person-input.ts'
import { orTaken } from './or-taken.ts'
import { recordAudit } from './record-audit.ts'

export type SavePersonResult =
  | { ok: true; personId: string }
  | { ok: false; reason: 'email-taken' | 'no-such-person' | 'password-missing' | 'own-admin-right' | 'last-admin' }

/**
 * Adds somebody (with an initial password), or changes the person of `personId` (an empty password keeps theirs).
 * Nobody takes the admin right from themselves, and the last admin keeps it: somebody must be able to give it.
 */
export async function savePerson(
  db: Db,
  { personId, input, actorId, now }: { personId?: string; input: PersonInput; actorId: string; now: Date },
): Promise<SavePersonResult> {
  const { password, ...fields } = input
  if (!personId && !password) return { ok: false, reason: 'password-missing' }
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return orTaken(
    () =>
      db.$transaction(async (tx): Promise<SavePersonResult> => {
        const before = personId ? await tx.user.findUnique({ where: { id: personId } }) : null
        if (personId && !before) return { ok: false, reason: 'no-such-person' }
        if (before?.isAdmin && !fields.isAdmin) {
          if (before.id === actorId) return { ok: false, reason: 'own-admin-right' }
          if (await isLastAdmin(tx, before.id)) return { ok: false, reason: 'last-admin' }
        }
        const data = { ...fields, ...(passwordHash ? { passwordHash } : {}) }
        const { id } = before
          ? await tx.user.update({ where: { id: before.id }, data })
          : await tx.user.create({ data: { ...data, createdAt: now } })
        await recordAudit(tx, {
          actorId,
          action: before ? 'person.changed' : 'person.created',
          subject: `person:${id}`,
          data: {
            ...fields,
            ...(passwordHash ? { password: 'set' } : {}),
            ...(before ? { was: { name: before.name, email: before.email, isAdmin: before.isAdmin } } : {}),
          },
          now,
        })
        return { ok: true, personId: id }
      }),
    { ok: false, reason: 'email-taken' } as const,
  )
}

/** Locks the admins' rows, so that two of them cannot take the right from each other at once. */
export async function isLastAdmin(tx: Tx, personId: string): Promise<boolean> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE "isAdmin" AND "deactivatedAt" IS NULL ORDER BY id FOR UPDATE`
  return admins.every(({ id }) => id === personId)
}
