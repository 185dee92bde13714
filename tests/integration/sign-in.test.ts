import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { hashPassword, verifyPassword } from '#lib/password.ts'
import { RATE_LIMITS, type RateLimitName } from '#lib/rate-limit.ts'
import { authenticateUser } from '#lib/usecases/authenticate-user.ts'
import { findViewer } from '#lib/usecases/find-viewer.ts'
import { makePerson, NOON } from '#tests/helpers/make-course.ts'

const address = () => `192.0.2.${randomUUID()}`
const signIn = (email: string | null, password: string, from = address()) =>
  authenticateUser(db, { email: email ?? '', password, address: from })

/** As after so many uses; making them would take half a minute of hashing. */
const haveUsed = (limit: RateLimitName, key: string | null, points: number) =>
  db.rateLimit.create({ data: { key: `${limit}:${key}`, points, expire: new Date(Date.now() + 60_000) } })

describe('authenticateUser', () => {
  it('knows the right password, whatever the case of the address', async () => {
    const person = await makePerson({ password: 'correct horse' })
    expect(await signIn(person.email?.toUpperCase() ?? '', 'correct horse')).toMatchObject({
      ok: true,
      user: { id: person.id },
    })
  })

  it.each([
    ['a wrong password', { password: 'correct horse' }, 'wrong'],
    ['somebody without a password', {}, 'anything'],
    ['somebody deactivated', { password: 'correct horse', deactivatedAt: NOON }, 'correct horse'],
  ])('refuses %s', async (_, setup, password) => {
    const person = await makePerson(setup)
    expect(await signIn(person.email, password)).toEqual({ ok: false, reason: 'wrong' })
  })

  it('refuses nobody and nonsense with the same answer', async () => {
    expect(await signIn('nobody@example.org', 'x')).toEqual({ ok: false, reason: 'wrong' })
    expect(await signIn('not an address', 'x')).toEqual({ ok: false, reason: 'wrong' })
  })

  it('stops guessing at one address of mail, from wherever, and says how long', async () => {
    const person = await makePerson({ password: 'correct horse' })
    await haveUsed('sign-in-email', person.email, RATE_LIMITS['sign-in-email'].points - 1)
    expect(await signIn(person.email, 'guess')).toEqual({ ok: false, reason: 'wrong' })
    const refused = await signIn(person.email, 'correct horse')
    expect(refused).toMatchObject({ ok: false, reason: 'too-many' })
    expect(!refused.ok && refused.reason === 'too-many' && refused.retryAfterSeconds).toBeGreaterThan(0)
    expect((await signIn((await makePerson({ password: 'other' })).email, 'other')).ok).toBe(true)
  })

  it('forgets failures after a success', async () => {
    const person = await makePerson({ password: 'correct horse' })
    await haveUsed('sign-in-email', person.email, RATE_LIMITS['sign-in-email'].points - 1)
    expect((await signIn(person.email, 'correct horse')).ok).toBe(true)
    expect(await signIn(person.email, 'guess')).toMatchObject({ reason: 'wrong' })
    expect((await signIn(person.email, 'correct horse')).ok).toBe(true)
  })

  it('stops one network address that tries many people', async () => {
    const from = address()
    await haveUsed('sign-in-address', from, RATE_LIMITS['sign-in-address'].points)
    const person = await makePerson({ password: 'correct horse' })
    expect(await signIn(person.email, 'correct horse', from)).toMatchObject({ reason: 'too-many' })
  })
})

describe('passwords', () => {
  it('are stored with their parameters and a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')])
    expect(one).toMatch(/^scrypt\$16\$8\$2\$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword('same', one)).toBe(true)
    expect(await verifyPassword('Same', one)).toBe(false)
    expect(await verifyPassword('same', 'scrypt$nonsense')).toBe(false)
  })
})

describe('findViewer', () => {
  it('reads anew whether somebody is admin or deactivated', async () => {
    const person = await makePerson({ isAdmin: true })
    expect(await findViewer(db, person.id)).toMatchObject({ userId: person.id, isAdmin: true })
    await db.user.update({ where: { id: person.id }, data: { isAdmin: false } })
    expect(await findViewer(db, person.id)).toMatchObject({ isAdmin: false })
    await db.user.update({ where: { id: person.id }, data: { deactivatedAt: NOON } })
    expect(await findViewer(db, person.id)).toBeNull()
    expect(await findViewer(db, undefined)).toBeNull()
  })
})
