import { expect, it } from 'vitest'
import { describeProfile, StoredOneDnn } from './engine-profile.ts'

it.each([
  [false, 'off'],
  [true, 'on'],
  ['convolutions', 'convolutions'],
])('reads %s, as stored reports may say, as %s', (stored, meant) => {
  expect(StoredOneDnn.parse(stored)).toBe(meant)
})

it('takes nothing else', () => {
  expect(StoredOneDnn.safeParse('yes').success).toBe(false)
})

it.each([
  [{ threads: 1, oneDnn: 'off' }, '1 thread, oneDNN off'],
  [{ threads: 2, oneDnn: 'convolutions' }, '2 threads, oneDNN for convolutions'],
] as const)('puts %o in words', (profile, words) => {
  expect(describeProfile(profile)).toBe(words)
})
