import { expect, it } from 'vitest'
import { choosePseudonym } from './pseudonym.ts'

it('never gives a name that is taken, long after the pairs have run out', () => {
  const taken = new Set<string>()
  for (let i = 0; i < 4000; i++) {
    const name = choosePseudonym(taken, Math.random)
    expect(taken.has(name)).toBe(false)
    taken.add(name)
  }
})

it('reads as two words', () => {
  expect(choosePseudonym(new Set(), () => 0)).toBe('Amber Agate')
  expect(choosePseudonym(new Set(['Amber Agate']), Math.random)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
})
