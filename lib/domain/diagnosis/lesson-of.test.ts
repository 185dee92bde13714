import { expect, it } from 'vitest'
import { listLessons } from '../../catalogue/list-lessons.ts'
import { DIAGNOSES } from './evidence.ts'
import { lessonOf } from './lesson-of.ts'

const lessons = await listLessons(new URL('../../..', import.meta.url).pathname)

it.each(DIAGNOSES)('%s leads to a lesson that exists', (id) => {
  expect(lessonOf(id, lessons)?.title).toBeTruthy()
})

it("an exercise's own mistake leads to the exercise's lesson", () => {
  expect(lessonOf('m1-xor-hidden-layer:linear-layers', lessons)?.slug).toBe('perceptron-to-network')
})

it.each(['unheard-of', 'no-exercise:mistake', 'constructor'])('%s leads nowhere', (id) => {
  expect(lessonOf(id, lessons)).toBeNull()
})
