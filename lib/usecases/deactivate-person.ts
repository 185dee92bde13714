import type { Db } from '../db.ts'
import { recordAudit } from './record-audit.ts'
import { isLastAdmin } from './save-person.ts'

export type DeactivatePersonResult =
  | { ok: true; name: string }
  | { ok: false; reason: 'no-such-person' | 'own-account' | 'last-admin' }

/** Bars somebody from signing in, at their next request at the latest, or lets them in again. Their work stays. */
export async function deactivatePerson(
  db: Db,
  { personId, active, actorId, now }: { personId: string; active: boolean; actorId: string; now: Date },
): Promise<DeactivatePersonResult> {
  if (personId === actorId && !active) return { ok: false, reason: 'own-account' }
  return db.$transaction(async (tx): Promise<DeactivatePersonResult> => {
    const person = await tx.user.findUnique({ where: { id: personId } })
    if (!person) return { ok: false, reason: 'no-such-person' }
    const name = person.name ?? person.email ?? 'No name'
    if ((person.deactivatedAt === null) === active) return { ok: true, name }
    if (!active && person.isAdmin && (await isLastAdmin(tx, personId))) return { ok: false, reason: 'last-admin' }
    await tx.user.update({ where: { id: personId }, data: { deactivatedAt: active ? null : now } })
    await recordAudit(tx, {
      actorId,
      action: active ? 'person.reactivated' : 'person.deactivated',
      subject: `person:${personId}`,
      data: { name, email: person.email },
      now,
    })
    return { ok: true, name }
  })
}
