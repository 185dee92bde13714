import { z } from 'zod'
import type { Db } from '../db.ts'

export interface AuditRow {
  id: string
  at: Date
  /** Null for the platform itself. */
  actor: string | null
  action: string
  subject: string
  /** What changed; ids of people and courses replaced by their names, as `person` and `course`. */
  data: Record<string, unknown>
}

export const AUDIT_PER_PAGE = 50
/** What entries are about, as the first word of their action. */
export const AUDIT_TOPICS = ['course', 'person', 'enrolment', 'assignment', 'submission', 'run'] as const
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
  const data = entries.map((entry) => Data.parse(entry.data))
  const nameOf = await findNames(db, data)
  return {
    total,
    entries: entries.map(({ actor, ...entry }, index) => {
      const { userId, courseId, ...values } = data[index] ?? {}
      return {
        ...entry,
        actor: actor && (actor.name ?? actor.email),
        data: {
          ...(userId === undefined ? {} : { person: nameOf(userId) }),
          ...(courseId === undefined ? {} : { course: nameOf(courseId) }),
          ...values,
        },
      }
    }),
  }
}

const Data = z.looseObject({ userId: z.string().optional(), courseId: z.string().optional() })

/** Names of the people and courses that the entries are about; what is gone keeps its id. */
async function findNames(db: Db, data: readonly z.infer<typeof Data>[]): Promise<(id: string) => string> {
  const [people, courses] = await Promise.all([
    db.user.findMany({
      where: { id: { in: data.flatMap(({ userId }) => userId ?? []) } },
      select: { id: true, name: true, email: true },
    }),
    db.course.findMany({
      where: { id: { in: data.flatMap(({ courseId }) => courseId ?? []) } },
      select: { id: true, title: true },
    }),
  ])
  const names = new Map([
    ...people.map(({ id, name, email }) => [id, name ?? email ?? id] as const),
    ...courses.map(({ id, title }) => [id, title] as const),
  ])
  return (id) => names.get(id) ?? id
}
