import { describe, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { verifyPassword } from '#lib/password.ts'
import { archiveCourse } from '#lib/usecases/archive-course.ts'
import { changeRole } from '#lib/usecases/change-role.ts'
import { deactivateEnrolment } from '#lib/usecases/deactivate-enrolment.ts'
import { deactivatePerson } from '#lib/usecases/deactivate-person.ts'
import { enrolPeople } from '#lib/usecases/enrol-people.ts'
import { enrolPerson } from '#lib/usecases/enrol-person.ts'
import { PersonInput } from '#lib/usecases/inputs/person-input.ts'
import { listCourses } from '#lib/usecases/list-courses.ts'
import { listEnrolments } from '#lib/usecases/list-enrolments.ts'
import { listPeople } from '#lib/usecases/list-people.ts'
import { readAudit } from '#lib/usecases/read-audit.ts'
import { saveCourse } from '#lib/usecases/save-course.ts'
import { savePerson } from '#lib/usecases/save-person.ts'
import { makeCourse, makePerson, makeStudent, now } from './staff-fixture.ts'

const auditOf = async (subject: string) => {
  const entries = await db.auditEntry.findMany({ where: { subject }, orderBy: { action: 'asc' } })
  return entries.map(({ action, actorId }) => ({ action, actorId }))
}
const admin = await makePerson({ name: 'Ada Admin', isAdmin: true })
const by = { actorId: admin.id, now }

describe('saveCourse', () => {
  const input = { title: 'Deep learning', slug: 'deep-learning', description: '', timeZone: 'Australia/Perth' }

  it('adds a course once, however often the form is sent', async () => {
    const [first, second] = await Promise.all([saveCourse(db, { input, ...by }), saveCourse(db, { input, ...by })])
    const results = [first, second].sort((a, b) => Number(b.ok) - Number(a.ok))
    expect(results).toEqual([
      { ok: true, courseId: expect.any(String), slug: 'deep-learning' },
      { ok: false, reason: 'slug-taken' },
    ])
  })

  it('changes a course and says what it was', async () => {
    const course = await makeCourse()
    const changed = { ...input, slug: `${course.slug}-2`, title: 'Deeper learning' }
    expect(await saveCourse(db, { courseId: course.id, input: changed, ...by })).toMatchObject({ ok: true })
    const [entry] = await db.auditEntry.findMany({ where: { subject: `course:${course.id}` } })
    expect(entry).toMatchObject({
      action: 'course.changed',
      data: { title: 'Deeper learning', was: { slug: course.slug } },
    })
    expect(await saveCourse(db, { courseId: 'nothing', input: changed, ...by })).toEqual({
      ok: false,
      reason: 'no-such-course',
    })
  })

  it('archives and brings back, leaving one entry for each real change', async () => {
    const course = await makeCourse()
    for (const archived of [true, true, false]) await archiveCourse(db, { courseId: course.id, archived, ...by })
    expect((await listCourses(db)).find(({ id }) => id === course.id)?.archivedAt).toBeNull()
    expect(await auditOf(`course:${course.id}`)).toEqual([
      { action: 'course.archived', actorId: admin.id },
      { action: 'course.unarchived', actorId: admin.id },
    ])
  })
})

describe('savePerson', () => {
  const input = (over: Partial<PersonInput> = {}) =>
    PersonInput.parse({ name: 'Kim', email: `${crypto.randomUUID()}@EXAMPLE.edu`, password: 'long enough', ...over })

  it('adds somebody who can sign in with the initial password, which the audit log never holds', async () => {
    const result = await savePerson(db, { input: input(), ...by })
    if (!result.ok) throw new Error(result.reason)
    const user = await db.user.findUniqueOrThrow({ where: { id: result.personId } })
    expect(user.email).toMatch(/@example\.edu$/)
    expect(await verifyPassword('long enough', user.passwordHash)).toBe(true)
    const [entry] = await db.auditEntry.findMany({ where: { subject: `person:${user.id}` } })
    expect(entry?.action).toBe('person.created')
    expect(JSON.stringify(entry)).not.toContain('long enough')
    expect(JSON.stringify(entry)).not.toContain('scrypt')
  })

  it('keeps the password where none is given, and refuses somebody new without one', async () => {
    const person = await makePerson()
    await db.user.update({ where: { id: person.id }, data: { passwordHash: 'kept' } })
    await savePerson(db, { personId: person.id, input: input({ password: '' }), ...by })
    expect(await db.user.findUnique({ where: { id: person.id } })).toMatchObject({ passwordHash: 'kept', name: 'Kim' })
    expect(await savePerson(db, { input: input({ password: '' }), ...by })).toEqual({
      ok: false,
      reason: 'password-missing',
    })
  })

  it('refuses an address that is in use', async () => {
    const { email } = await makePerson()
    expect(await savePerson(db, { input: input({ email: email ?? '' }), ...by })).toEqual({
      ok: false,
      reason: 'email-taken',
    })
  })

  it('lets nobody lock the platform: own admin right, own account, last admin', async () => {
    const own = input({ email: admin.email ?? '', isAdmin: false })
    expect(await savePerson(db, { personId: admin.id, input: own, ...by })).toEqual({
      ok: false,
      reason: 'own-admin-right',
    })
    expect(await deactivatePerson(db, { personId: admin.id, active: false, ...by })).toEqual({
      ok: false,
      reason: 'own-account',
    })
    // As if by somebody whose right was taken a moment ago.
    const late = { actorId: (await makePerson()).id, now }
    expect(await savePerson(db, { personId: admin.id, input: own, ...late })).toEqual({
      ok: false,
      reason: 'last-admin',
    })
    expect(await deactivatePerson(db, { personId: admin.id, active: false, ...late })).toEqual({
      ok: false,
      reason: 'last-admin',
    })
  })

  it('two admins who deactivate each other at once leave one', async () => {
    const [a, b] = [await makePerson({ isAdmin: true }), await makePerson({ isAdmin: true })]
    await db.user.update({ where: { id: admin.id }, data: { isAdmin: false } })
    try {
      const results = await Promise.all([
        deactivatePerson(db, { personId: a.id, active: false, actorId: b.id, now }),
        deactivatePerson(db, { personId: b.id, active: false, actorId: a.id, now }),
      ])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    } finally {
      await db.user.update({ where: { id: admin.id }, data: { isAdmin: true } })
      await db.user.deleteMany({ where: { id: { in: [a.id, b.id] } } })
    }
  })

  it('deactivates and lets in again', async () => {
    const person = await makePerson()
    await deactivatePerson(db, { personId: person.id, active: false, ...by })
    expect((await db.user.findUnique({ where: { id: person.id } }))?.deactivatedAt).toEqual(now)
    await deactivatePerson(db, { personId: person.id, active: true, ...by })
    expect((await db.user.findUnique({ where: { id: person.id } }))?.deactivatedAt).toBeNull()
    expect(await auditOf(`person:${person.id}`)).toHaveLength(2)
  })

  it('finds people by part of name or address, and never shows a hash', async () => {
    await makePerson({ name: 'Zenobia Quartz' })
    const { people, total } = await listPeople(db, { search: 'BIA QU', page: 1 })
    expect([total, people[0]?.name]).toEqual([1, 'Zenobia Quartz'])
    expect(people[0]).not.toHaveProperty('passwordHash')
  })
})

describe('enrolments', () => {
  it('enrols once with a pseudonym, and brings back who left, in the role given now', async () => {
    const course = await makeCourse()
    const person = await makePerson()
    const enrol = (role: 'student' | 'instructor') =>
      enrolPerson(db, { courseId: course.id, input: { email: person.email ?? '', role }, ...by })
    const first = await enrol('student')
    if (!first.ok) throw new Error(first.reason)
    expect(first.outcome).toBe('enrolled')
    expect(await enrol('instructor')).toMatchObject({ outcome: 'already', enrolmentId: first.enrolmentId })
    await deactivateEnrolment(db, { courseId: course.id, enrolmentId: first.enrolmentId, active: false, ...by })
    expect(await enrol('instructor')).toMatchObject({ outcome: 'reactivated', enrolmentId: first.enrolmentId })
    expect(await listEnrolments(db, { courseId: course.id })).toMatchObject([{ role: 'instructor', active: true }])
    expect((await auditOf(`enrolment:${first.enrolmentId}`)).map(({ action }) => action)).toEqual([
      'enrolment.deactivated',
      'enrolment.enrolled',
      'enrolment.reactivated',
    ])
  })

  it.each([
    ['nobody@example.edu', 'no-such-person'],
    ['off@example.edu', 'deactivated-person'],
  ])('%s: %s', async (email, reason) => {
    const course = await makeCourse()
    if (reason === 'deactivated-person') await makePerson({ email, deactivated: true })
    const result = await enrolPerson(db, { courseId: course.id, input: { email, role: 'student' }, ...by })
    expect(result).toEqual({ ok: false, reason })
  })

  it('many at once get pseudonyms that differ', async () => {
    const course = await makeCourse()
    const people = await Promise.all(Array.from({ length: 8 }, () => makePerson()))
    await Promise.all(
      people.map(({ email }) =>
        enrolPerson(db, { courseId: course.id, input: { email: email ?? '', role: 'student' }, ...by }),
      ),
    )
    const enrolments = await listEnrolments(db, { courseId: course.id })
    expect(new Set(enrolments.map(({ pseudonym }) => pseudonym)).size).toBe(8)
  })

  it('takes a pasted list: each line has its outcome, and new accounts their passwords', async () => {
    const course = await makeCourse()
    const known = await makePerson()
    const fresh = `new-${crypto.randomUUID()}@example.edu`
    const list = `name,email\nKim,${known.email}\nNew One,${fresh}\nnobody\n${known.email}`
    const input = { list, role: 'student' as const, createMissing: false }
    const without = await enrolPeople(db, { courseId: course.id, input, ...by })
    expect(without).toMatchObject({
      ok: true,
      people: [
        { line: 2, outcome: 'enrolled', initialPassword: null },
        { line: 3, outcome: 'no-account', initialPassword: null },
      ],
      bad: [
        { line: 4, problem: 'no-address' },
        { line: 5, problem: 'repeated' },
      ],
    })
    const made = await enrolPeople(db, { courseId: course.id, input: { ...input, createMissing: true }, ...by })
    if (!made.ok) throw new Error(made.reason)
    expect(made.people.map(({ outcome }) => outcome)).toEqual(['already', 'enrolled'])
    const password = made.people[1]?.initialPassword ?? ''
    expect(password).toMatch(/^([2-9a-z]{4}-){2}[2-9a-z]{4}$/)
    const user = await db.user.findUniqueOrThrow({ where: { email: fresh } })
    expect(user.name).toBe('New One')
    expect(await verifyPassword(password, user.passwordHash)).toBe(true)
  })

  it('reaches no enrolment of another course', async () => {
    const [course, other] = [await makeCourse(), await makeCourse()]
    const student = await makeStudent(other.id)
    const of = { courseId: course.id, enrolmentId: student.id, ...by }
    expect(await changeRole(db, { ...of, role: 'instructor' })).toEqual({ ok: false, reason: 'no-such-enrolment' })
    expect(await deactivateEnrolment(db, { ...of, active: false })).toEqual({ ok: false, reason: 'no-such-enrolment' })
    expect(await changeRole(db, { ...of, courseId: other.id, role: 'instructor' })).toEqual({ ok: true })
    expect(await auditOf(`enrolment:${student.id}`)).toEqual([{ action: 'enrolment.role-changed', actorId: admin.id }])
  })
})

it('the audit log reads newest first and by topic', async () => {
  const { entries, total } = await readAudit(db, { topic: 'enrolment', page: 1 })
  expect(total).toBeGreaterThan(0)
  expect(entries.every(({ action }) => action.startsWith('enrolment.'))).toBe(true)
  expect(entries[0]?.actor).toBe('Ada Admin')
  const times = entries.map(({ at }) => at.getTime())
  expect(times).toEqual([...times].sort((a, b) => b - a))
})
