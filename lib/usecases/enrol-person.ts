import type { Db, Tx } from '../db.ts'
import { choosePseudonym } from '../domain/pseudonym.ts'
import type { CourseRoleInput, EnrolmentInput } from './inputs/enrolment-input.ts'
import { recordAudit } from './record-audit.ts'

export type EnrolOutcome = 'enrolled' | 'reactivated' | 'already'
export type EnrolPersonResult =
  | { ok: true; enrolmentId: string; outcome: EnrolOutcome; name: string }
  | { ok: false; reason: 'no-such-person' | 'deactivated-person' | 'no-such-course' }

/** Enrols the person of an address. Somebody enrolled before comes back with their work, in the role given now. */
export async function enrolPerson(
  db: Db,
  { courseId, input, actorId, now }: { courseId: string; input: EnrolmentInput; actorId: string; now: Date },
): Promise<EnrolPersonResult> {
  return db.$transaction(async (tx): Promise<EnrolPersonResult> => {
    if (!(await lockCourse(tx, courseId))) return { ok: false, reason: 'no-such-course' }
    const person = await tx.user.findUnique({ where: { email: input.email } })
    if (!person) return { ok: false, reason: 'no-such-person' }
    if (person.deactivatedAt) return { ok: false, reason: 'deactivated-person' }
    const enrolled = await enrol(tx, { courseId, userId: person.id, role: input.role, actorId, now })
    return { ok: true, ...enrolled, name: person.name ?? input.email }
  })
}

/** One at a time enrols in a course: pseudonyms are chosen among those still free. */
export async function lockCourse(tx: Tx, courseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM "Course" WHERE id = ${courseId} FOR UPDATE`
  return rows.length > 0
}

/** Within a transaction that holds `lockCourse`. */
export async function enrol(
  tx: Tx,
  who: { courseId: string; userId: string; role: CourseRoleInput; actorId: string | null; now: Date },
): Promise<{ enrolmentId: string; outcome: EnrolOutcome }> {
  const { courseId, userId, role, actorId, now } = who
  const before = await tx.enrolment.findUnique({ where: { userId_courseId: { userId, courseId } } })
  if (before && before.deactivatedAt === null) return { enrolmentId: before.id, outcome: 'already' }
  const enrolment = before
    ? await tx.enrolment.update({ where: { id: before.id }, data: { deactivatedAt: null, role } })
    : await tx.enrolment.create({
        data: { courseId, userId, role, createdAt: now, pseudonym: await freePseudonym(tx, courseId) },
      })
  const outcome = before ? 'reactivated' : 'enrolled'
  await recordAudit(tx, {
    actorId,
    action: `enrolment.${outcome}`,
    subject: `enrolment:${enrolment.id}`,
    data: { courseId, userId, role },
    now,
  })
  return { enrolmentId: enrolment.id, outcome }
}

async function freePseudonym(tx: Tx, courseId: string): Promise<string> {
  const taken = await tx.enrolment.findMany({ where: { courseId }, select: { pseudonym: true } })
  // Math.random: a pseudonym must be no function of the person, and nothing rests on guessing it.
  return choosePseudonym(new Set(taken.map(({ pseudonym }) => pseudonym)), Math.random)
}
