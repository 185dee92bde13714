import { describe, expect, it } from 'vitest'
import { needsOf, repeatedTrouble, type WorkOnAssignment } from './needs.ts'

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

describe('needsOf', () => {
  it.each<[string, Partial<WorkOnAssignment>, ReturnType<typeof needsOf>[number]]>([
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
    expect(needsOf([work(over)], now)).toEqual([need])
  })

  const soon = (over: Partial<WorkOnAssignment> = {}) => work({ dueAt: inHours(20), ...over })
  it.each<[string, WorkOnAssignment[], ReturnType<typeof needsOf>]>([
    ['one of two left out', [soon({ attempts: 1 }), soon()], [null, null]],
    ['two of three left out', [soon({ hasDraft: true }), soon(), soon()], [null, 'not-started', 'not-started']],
    ['what is due later does not count', [soon(), work({ attempts: 1 }), work()], ['not-started', null, null]],
    ['nor what has closed', [soon(), soon({ attempts: 1, closesAt: now })], ['not-started', null]],
    ['stuck, and not behind', [soon({ attempts: 3 }), soon()], ['stuck', null]],
  ])('%s', (_what, works, needs) => {
    expect(needsOf(works, now)).toEqual(needs)
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
