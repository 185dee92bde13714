import { afterAll, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { findPlaygroundExercises } from '#lib/usecases/find-playground-exercises.ts'
import { after, enrol, makeCourse, makePerson, NOON } from '#tests/helpers/make-course.ts'

afterAll(() => db.$disconnect())

const XOR = 'm1-xor-hidden-layer'

it('finds the exercise in the courses a person is in, with what it locks', async () => {
  const { course, assignment } = await makeCourse({ exercise: XOR })
  const { user } = await enrol(course.id)
  const found = await findPlaygroundExercises(db, { userId: user.id, slugs: [XOR, 'm2-output-heads'], now: NOON })
  expect(found).toEqual([
    {
      courseSlug: course.slug,
      courseTitle: 'A course',
      assignmentId: assignment.id,
      slug: XOR,
      title: 'Why one neuron is not enough',
      starter: expect.stringContaining('buildModel'),
      locked: ['prepare', 'training'],
    },
  ])
  expect(await findPlaygroundExercises(db, { userId: user.id, slugs: ['m2-output-heads'], now: NOON })).toEqual([])
})

it('finds none before it opens, for strangers, and for who has left', async () => {
  const { course } = await makeCourse({ exercise: XOR })
  const { user, enrolment } = await enrol(course.id)
  const find = (userId: string, now = NOON) => findPlaygroundExercises(db, { userId, slugs: [XOR], now })
  expect(await find(user.id)).toHaveLength(1)
  expect(await find(user.id, after(NOON, -25))).toEqual([])
  expect(await find((await makePerson()).id)).toEqual([])
  await db.enrolment.update({ where: { id: enrolment.id }, data: { deactivatedAt: NOON } })
  expect(await find(user.id)).toEqual([])
})
