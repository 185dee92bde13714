import { describe, expect, it } from 'vitest'
import { needOf, repeatedTrouble, type WorkOnAssignment } from './needs.ts'

const now = new Date('2026-11-23T04:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const work = (over: Partial<WorkOnAssignment> = {}): WorkOnAssignment => ({
  attempts: 0,
  passed: false,
  hasDraft: false,
  lastTroubles: [],
  opensAt: inHours(-100),
  dueAt: inHours(100),
  closesAt: inHours(200),
  ...over,
})

describe('needOf', () => {
  it.each<[string, Partial<WorkOnAssignment>, ReturnType<typeof needOf>]>([
    ['nothing yet, due in four days', {}, null],
    ['two attempts without a pass', { attempts: 2 }, null],
    ['three attempts without a pass', { attempts: 3 }, 'stuck'],
    ['three attempts and a pass', { attempts: 3, passed: true }, null],
    ['the same error three times', { attempts: 3, lastTroubles: ['a', 'a', 'a'] }, 'same-error'],
    ['another error lately', { attempts: 4, lastTroubles: ['b', 'a', 'a', 'a'] }, 'stuck'],
    ['nothing handed in, due in 48 h', { dueAt: inHours(48) }, 'not-started'],
    ['nothing handed in, due in 49 h', { dueAt: inHours(49) }, null],
    ['a draft, due in 2 h', { dueAt: inHours(2), hasDraft: true }, null],
    ['past due, still open', { dueAt: inHours(-1) }, 'not-started'],
    ['closed this moment', { dueAt: inHours(-1), closesAt: now }, null],
    ['not yet open', { opensAt: inHours(1), dueAt: inHours(2) }, null],
    ['opens this moment', { opensAt: now, dueAt: inHours(2) }, 'not-started'],
  ])('%s', (_what, over, need) => {
    expect(needOf(work(over), now)).toBe(need)
  })
})

it.each([
  [['a', 'a'], null],
  [['a', 'a', 'a'], 'a'],
  [['a', 'a', 'a', 'b'], 'a'],
  [[null, null, null], null],
  [['a', null, 'a'], null],
])('%j repeats %s', (troubles, repeated) => {
  expect(repeatedTrouble(troubles)).toBe(repeated)
})
