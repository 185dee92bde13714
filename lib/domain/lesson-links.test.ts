import { expect, it } from 'vitest'
import { findHeadings } from './lesson-headings.ts'
import { findLinks, resolveLink } from './lesson-links.ts'

const course = { slug: 'week', exercises: new Set(['m1-ore-or-waste']) }

it.each([
  ['lesson:neuron', '/courses/week/lessons/neuron'],
  ['lesson:neuron#the-bias', '/courses/week/lessons/neuron#the-bias'],
  ['exercise:m1-ore-or-waste', '/courses/week/exercises/m1-ore-or-waste'],
  ['exercise:not-assigned-here', null],
  ['/playground', '/playground'],
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org/a', null],
  ['//example.org/a', null],
  ['javascript:alert(1)', null],
  ['lesson:../admin', null],
])('%s → %s', (url, address) => {
  expect(resolveLink(url, course)).toBe(address)
})

it('finds links and headings with their lines, outside of code', () => {
  const text = '## One two\n[a](lesson:x) and `[b](c)`\n```\n## code\n[d](e)\n```\n## Three\n'
  expect(findLinks(text)).toEqual([{ url: 'lesson:x', line: 2 }])
  expect(findHeadings(text)).toEqual([
    { id: 'one-two', text: 'One two', line: 1 },
    { id: 'three', text: 'Three', line: 7 },
  ])
})
