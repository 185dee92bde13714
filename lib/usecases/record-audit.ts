import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'

export interface AuditNote {
  /** Who did it; null for the platform itself. */
  actorId: string | null
  /** What was done: "course.created", "enrolment.role-changed". */
  action: string
  /** To what: "course:clx…", "person:clx…". */
  subject: string
  /** What changed, in plain values. Never a password, never a learner's source. */
  data: Prisma.InputJsonObject
  now: Date
}

/** Leaves an entry in the audit log, in the transaction of the change itself: there is never one without the other. */
export async function recordAudit(tx: Tx, { actorId, action, subject, data, now }: AuditNote): Promise<void> {
  await tx.auditEntry.create({ data: { actorId, action, subject, data, at: now } })
}
