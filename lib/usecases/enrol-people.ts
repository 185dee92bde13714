import { randomInt } from 'node:crypto'
import type { Db } from '../db.ts'
import { type BadLine, type ListLine, parseEnrolmentList } from '../domain/enrolment-list.ts'
import { hashPassword } from '../password.ts'
import { type EnrolOutcome, enrol, lockCourse } from './enrol-person.ts'
import type { EnrolmentListInput } from './inputs/enrolment-input.ts'
import { recordAudit } from './record-audit.ts'

/** New accounts cost a slow hash each, so that many are refused at once. */
export const MAX_NEW_ACCOUNTS = 60

export interface ListOutcome extends ListLine {
  outcome: EnrolOutcome | 'no-account' | 'deactivated-person'
  /** Of an account made just now: shown once, never stored. */
  initialPassword: string | null
}
export type EnrolPeopleResult =
  | { ok: true; people: ListOutcome[]; bad: BadLine[] }
  | { ok: false; reason: 'no-such-course' | 'too-many-new-accounts' }

/** Enrols a pasted list, all in one transaction; each line has its own outcome. */
export async function enrolPeople(
  db: Db,
  { courseId, input, actorId, now }: { courseId: string; input: EnrolmentListInput; actorId: string; now: Date },
): Promise<EnrolPeopleResult> {
  const { people, bad } = parseEnrolmentList(input.list)
  const known = await db.user.findMany({
    where: { email: { in: people.map(({ email }) => email) } },
    select: { email: true },
  })
  const missing = input.createMissing
    ? people.filter((person) => !known.some(({ email }) => email === person.email))
    : []
  if (missing.length > MAX_NEW_ACCOUNTS) return { ok: false, reason: 'too-many-new-accounts' }
  // Hashed before the transaction: it must not hold the course's lock for seconds.
  const fresh = new Map<string, { password: string; passwordHash: string }>()
  for (const { email } of missing) {
    const password = initialPassword()
    fresh.set(email, { password, passwordHash: await hashPassword(password) })
  }
  return db.$transaction(
    async (tx): Promise<EnrolPeopleResult> => {
      if (!(await lockCourse(tx, courseId))) return { ok: false, reason: 'no-such-course' }
      const outcomes: ListOutcome[] = []
      for (const line of people) {
        let user = await tx.user.findUnique({ where: { email: line.email } })
        const made = user ? undefined : fresh.get(line.email)
        if (!user && made) {
          const { email, name } = line
          user = await tx.user.create({ data: { email, name, passwordHash: made.passwordHash, createdAt: now } })
          await recordAudit(tx, {
            actorId,
            action: 'person.created',
            subject: `person:${user.id}`,
            data: { email, name, isAdmin: false, password: 'set' },
            now,
          })
        }
        if (!user) outcomes.push({ ...line, outcome: 'no-account', initialPassword: null })
        else if (user.deactivatedAt) outcomes.push({ ...line, outcome: 'deactivated-person', initialPassword: null })
        else {
          const { outcome } = await enrol(tx, { courseId, userId: user.id, role: input.role, actorId, now })
          outcomes.push({ ...line, outcome, initialPassword: made?.password ?? null })
        }
      }
      return { ok: true, people: outcomes, bad }
    },
    { timeout: 60_000 },
  )
}

// Without letters and digits that look alike: it is read from a screen and typed. 31^12 is 59 bits.
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const initialPassword = (): string =>
  [0, 1, 2].map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
