import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { MAX_SOURCE_BYTES } from '#lib/contract/source-limit.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { giveUpRun } from '#lib/usecases/give-up-run.ts'
import { type SubmitInput, submitSolution } from '#lib/usecases/submit-solution.ts'
import { query } from '#tests/helpers/database.ts'
import { after, at, enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'

afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const jobsOf = (runId: string) =>
  query<{ id: string }>(`select id from pgboss.job where data->>'runId' = $1 and name = 'grade'`, [runId])

async function makeStudent(setup: Parameters<typeof makeCourse>[0] = {}) {
  const { course, assignment } = await makeCourse(setup)
  const { user, enrolment } = await enrol(course.id)
  const input = (over: Partial<SubmitInput> = {}): SubmitInput => ({
    userId: user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source: 'export const functions = {}',
    idempotencyKey: randomUUID(),
    now: NOON,
    ...over,
  })
  const submit = (over: Partial<SubmitInput> = {}) => submitSolution(db, input(over))
  const count = () => db.submission.count({ where: { enrolmentId: enrolment.id } })
  return { course, assignment, user, enrolment, submit, count }
}

describe('submitSolution', () => {
  it('keeps a copy, queues its first run and counts it, all at once', async () => {
    const { submit, enrolment, assignment } = await makeStudent({ attemptsPerDay: 3 })
    const result = await submit({ source: 'export const functions = { a: 1 }' })
    expect(result).toMatchObject({ ok: true, repeated: false, attemptsLeft: 2 })
    if (!result.ok) return
    const run = await db.run.findUniqueOrThrow({ where: { id: result.runId }, include: { submission: true } })
    expect(run).toMatchObject({ number: 1, state: 'queued', attempt: 0, queuedAt: NOON })
    expect(run.submission).toMatchObject({ source: 'export const functions = { a: 1 }', receivedAt: NOON })
    expect(await jobsOf(run.id)).toHaveLength(1)
    const key = { assignmentId_enrolmentId: { assignmentId: assignment.id, enrolmentId: enrolment.id } }
    expect(await db.standing.findUniqueOrThrow({ where: key })).toMatchObject({
      submissions: 1,
      points: 0,
      lastAt: NOON,
    })
  })

  it('takes a double click for one submission', async () => {
    const { submit, count } = await makeStudent()
    const idempotencyKey = randomUUID()
    const results = await Promise.all([1, 2, 3].map(() => submit({ idempotencyKey })))
    expect(new Set(results.map((result) => result.ok && result.submissionId)).size).toBe(1)
    expect(results.filter((result) => result.ok && result.repeated)).toHaveLength(2)
    expect(await count()).toBe(1)
  })

  it('answers a repeated click also after closing', async () => {
    const { submit } = await makeStudent()
    const idempotencyKey = randomUUID()
    const first = await submit({ idempotencyKey })
    const again = await submit({ idempotencyKey, now: after(NOON, 1000) })
    expect(again).toMatchObject({ ok: true, repeated: true, submissionId: first.ok && first.submissionId })
  })

  it('gives two tabs at the quota exactly the quota', async () => {
    const { submit, count } = await makeStudent({ attemptsPerDay: 3 })
    const results = await Promise.all(Array.from({ length: 8 }, () => submit()))
    expect(results.filter(({ ok }) => ok)).toHaveLength(3)
    expect(new Set(results.flatMap((result) => (result.ok ? [] : result.reason)))).toEqual(
      new Set(['too-many-attempts']),
    )
    expect(await count()).toBe(3)
  })

  it("counts by the course's day and says when the next one begins", async () => {
    const { submit } = await makeStudent({ attemptsPerDay: 1 })
    const lateEvening = at('2026-11-23T15:59:59Z') // 23:59:59 in Perth
    expect((await submit({ now: lateEvening })).ok).toBe(true)
    expect(await submit({ now: lateEvening })).toMatchObject({
      reason: 'too-many-attempts',
      retryAt: at('2026-11-23T16:00:00Z'),
    })
    expect((await submit({ now: at('2026-11-23T16:00:00Z') })).ok).toBe(true)
  })

  it('leaves nothing behind when it cannot be queued', async () => {
    const { submit, count } = await makeStudent()
    await submit()
    await query('alter table pgboss.job_common rename to job_common_away')
    await expect(submit()).rejects.toThrow()
    await query('alter table pgboss.job_common_away rename to job_common')
    expect(await count()).toBe(1)
  })

  it.each([
    ['a moment before it opens', -24 - 1 / 3600, 'not-open'],
    ['at the moment it closes', 48, 'closed'],
  ])('refuses %s', async (_, hours, reason) => {
    const { submit, count } = await makeStudent()
    expect(await submit({ now: after(NOON, hours) })).toMatchObject({ ok: false, reason })
    expect(await count()).toBe(0)
  })

  it.each([
    ['at the moment it opens', -24],
    ['late but before it closes', 47.99],
  ])('takes one %s', async (_, hours) => {
    const { submit } = await makeStudent()
    expect((await submit({ now: after(NOON, hours) })).ok).toBe(true)
  })

  it('refuses an empty file and one that is too large, in bytes rather than letters', async () => {
    const { submit } = await makeStudent()
    expect(await submit({ source: ' \n' })).toMatchObject({ ok: false, reason: 'empty' })
    expect(await submit({ source: 'é'.repeat(MAX_SOURCE_BYTES / 2 + 1) })).toMatchObject({
      ok: false,
      reason: 'too-large',
    })
    expect((await submit({ source: 'é'.repeat(MAX_SOURCE_BYTES / 2) })).ok).toBe(true)
  })

  it("refuses strangers, the deactivated, and another course's assignment", async () => {
    const { submit, enrolment } = await makeStudent()
    const elsewhere = await makeStudent()
    expect(await submit({ userId: elsewhere.user.id })).toMatchObject({ ok: false, reason: 'not-enrolled' })
    expect(await submit({ assignmentId: elsewhere.assignment.id })).toMatchObject({ ok: false, reason: 'not-enrolled' })
    await db.enrolment.update({ where: { id: enrolment.id }, data: { deactivatedAt: NOON } })
    expect(await submit()).toMatchObject({ ok: false, reason: 'not-enrolled' })
  })

  it('gives the attempt back when the platform failed', async () => {
    const { submit } = await makeStudent({ attemptsPerDay: 1 })
    const first = await submit()
    expect(await submit()).toMatchObject({ ok: false, reason: 'too-many-attempts' })
    if (!first.ok) throw new Error('the first was refused')
    expect(await giveUpRun(db, { runId: first.runId, attempt: 0, fault: 'It broke.', now: NOON })).toBe(true)
    expect(await submit()).toMatchObject({ ok: true, attemptsLeft: 0 })
  })

  it("puts a person's second waiting run behind everybody's first", async () => {
    const { submit, course } = await makeStudent({ attemptsPerDay: 5 })
    const mine = [await submit(), await submit(), await submit()]
    const { user } = await enrol(course.id)
    const theirs = await submit({ userId: user.id })
    const rank = async (result: typeof theirs) =>
      (
        await query<{ priority: number }>(`select priority from pgboss.job where data->>'runId' = $1`, [
          result.ok ? result.runId : '',
        ])
      )[0]?.priority
    expect(await Promise.all(mine.map(rank))).toEqual([0, -1, -2])
    expect(await rank(theirs)).toBe(0)
  })
})
