import { expect, it } from 'vitest'
import { describeChange } from './describe-change.ts'

it.each<[unknown, string]>([
  [{ title: 'A', slug: 'a' }, 'title: A · slug: a'],
  [{ title: 'B', slug: 'a', was: { title: 'A', slug: 'a' } }, 'title: A → B'],
  [{ isAdmin: true, name: '', was: { isAdmin: false } }, 'isAdmin: false → true · name: empty'],
  [{ role: 'student', was: 'instructor' }, 'role: student · was: instructor'],
  [null, ''],
])('%j reads "%s"', (data, text) => {
  expect(describeChange(data)).toBe(text)
})
