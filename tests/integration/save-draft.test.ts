import { afterAll, expect, it } from 'vitest'
import { MAX_SOURCE_BYTES } from '#lib/contract/source-limit.ts'
import { db } from '#lib/db.ts'
import { saveDraft } from '#lib/usecases/save-draft.ts'
import { after, enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'

afterAll(() => db.$disconnect())

async function makeWriter() {
  const { course, assignment } = await makeCourse()
  const { user, enrolment } = await enrol(course.id)
  const input = { userId: user.id, courseId: course.id, assignmentId: assignment.id, source: 'a', now: NOON }
  const key = { enrolmentId_assignmentId: { enrolmentId: enrolment.id, assignmentId: assignment.id } }
  return { input, enrolment, stored: () => db.draft.findUnique({ where: key }) }
}

it('keeps the newest text, also after closing', async () => {
  const { input, stored } = await makeWriter()
  expect(await saveDraft(db, input)).toEqual({ ok: true, savedAt: NOON })
  const later = after(NOON, 1000)
  expect(await saveDraft(db, { ...input, source: 'ab', now: later })).toEqual({ ok: true, savedAt: later })
  expect(await stored()).toMatchObject({ source: 'ab', updatedAt: later })
})

it('takes none from strangers, from the deactivated, for another course, or of any size', async () => {
  const [mine, other] = [await makeWriter(), await makeWriter()]
  const refused = { ok: false, reason: 'not-enrolled' }
  expect(await saveDraft(db, { ...mine.input, userId: other.input.userId })).toMatchObject(refused)
  expect(await saveDraft(db, { ...mine.input, assignmentId: other.input.assignmentId })).toMatchObject(refused)
  const large = { ...mine.input, source: 'a'.repeat(MAX_SOURCE_BYTES + 1) }
  expect(await saveDraft(db, large)).toMatchObject({ ok: false, reason: 'too-large' })
  await db.enrolment.update({ where: { id: mine.enrolment.id }, data: { deactivatedAt: NOON } })
  expect(await saveDraft(db, mine.input)).toMatchObject(refused)
  expect(await mine.stored()).toBeNull()
})
