import type { Db } from '../db.ts'

export interface AuditRow {
  id: string
  at: Date
  /** Null for the platform itself. */
  actor: string | null
  action: string
  subject: string
  data: unknown
}

export const AUDIT_PER_PAGE = 50
/** What entries are about, as the first word of their action. */
export const AUDIT_TOPICS = ['course', 'person', 'enrolment', 'assignment', 'submission'] as const
export type AuditTopic = (typeof AUDIT_TOPICS)[number]

/** What was done, by whom and when, newest first; of one topic or of all. */
export async function readAudit(
  db: Db,
  { topic, page }: { topic: AuditTopic | null; page: number },
): Promise<{ entries: AuditRow[]; total: number }> {
  const where = topic ? { action: { startsWith: `${topic}.` } } : {}
  const [total, entries] = await Promise.all([
    db.auditEntry.count({ where }),
    db.auditEntry.findMany({
      where,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * AUDIT_PER_PAGE,
      take: AUDIT_PER_PAGE,
      select: {
        id: true,
        at: true,
        action: true,
        subject: true,
        data: true,
        actor: { select: { name: true, email: true } },
      },
    }),
  ])
  return {
    total,
    entries: entries.map(({ actor, ...entry }) => ({ ...entry, actor: actor && (actor.name ?? actor.email) })),
  }
}
