import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readingOrder } from './reading-order.ts'

const lesson = (module: number, slug: string, ...exercises: string[]) => ({ module, slug, exercises })
const exercise = (module: number, slug: string) => ({ module, slug })

it.each([
  [
    'an exercise follows its lesson',
    [lesson(1, 'A', 'x'), lesson(1, 'B', 'y')],
    [exercise(1, 'x'), exercise(1, 'y')],
    ['1: A x B y'],
  ],
  ['with two lessons, the last of them', [lesson(1, 'A', 'x'), lesson(1, 'B', 'x')], [exercise(1, 'x')], ['1: A B x']],
  [
    'what an earlier module prepared comes first',
    [lesson(1, 'A', 'x'), lesson(2, 'B', 'y')],
    [exercise(2, 'x'), exercise(2, 'y')],
    ['1: A', '2: x B y'],
  ],
  ['a module without lessons', [lesson(0, 'A')], [exercise(3, 'x')], ['0: A', '3: x']],
])('%s', (_, lessons, exercises, expected) => {
  const lines = readingOrder(lessons, exercises).map(
    ({ module, items }) =>
      `${module}: ${items.map((item) => (item.kind === 'lesson' ? item.lesson.slug : item.exercise.slug)).join(' ')}`,
  )
  expect(lines).toEqual(expected)
})

it('leaves nothing out and names nothing twice', () => {
  const slugs = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 })
  const modules = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(slugs, slugs, modules, modules, (lessonSlugs, exerciseSlugs, a, b) => {
      const lessons = lessonSlugs.map((slug, i) => ({ slug, module: a[i] ?? 0, exercises: exerciseSlugs.slice(i % 3) }))
      const exercises = exerciseSlugs.map((slug, i) => ({ slug, module: b[i] ?? 0 }))
      const items = readingOrder(lessons, exercises).flatMap((module) => module.items)
      const seen = items.flatMap((item) => (item.kind === 'exercise' ? [item.exercise.slug] : []))
      expect(seen.toSorted()).toEqual(exerciseSlugs.toSorted())
      expect(items.length - seen.length).toBe(lessons.length)
    }),
  )
})
