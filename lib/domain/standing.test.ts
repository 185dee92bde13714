import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank } from './rank.ts'
import { type GradedRun, type GradedSubmission, type MarkingRules, standingOf } from './standing.ts'

const due = new Date('2026-11-24T16:00:00Z')
const rules: MarkingRules = { metric: 'accuracy', dueAt: due, latePenaltyPerDay: 0.1, maxPoints: 100 }
const hoursToDue = (hours: number) => new Date(due.getTime() - hours * 3_600_000)

const run = (id: string, over: Partial<GradedRun> = {}): GradedRun => ({
  id,
  number: 1,
  verdict: 'scored',
  publicScore: 0.5,
  privateScore: 0.4,
  points: 50,
  finalPoints: 40,
  passed: false,
  finallyPassed: false,
  params: 10,
  ...over,
})
const submission = (hours: number, ...runs: GradedRun[]): GradedSubmission => ({ receivedAt: hoursToDue(hours), runs })

const unscored = { publicScore: null, privateScore: null, points: 0, finalPoints: 0 } as const

describe('standingOf', () => {
  it('is empty before anything was graded', () => {
    const waiting = submission(5, run('a', { verdict: null, ...unscored, points: null, finalPoints: null }))
    expect(standingOf([waiting], rules)).toMatchObject({
      submissions: 1,
      bestRunId: null,
      points: 0,
      lastVerdict: null,
    })
    expect(standingOf([], rules)).toMatchObject({ submissions: 0, bestRunId: null, bestAt: null, late: false })
  })

  it('takes the best, not the last, and the earlier of equals', () => {
    const best = { publicScore: 0.9, points: 90, finalPoints: 80, privateScore: 0.8, passed: true }
    const list = [
      submission(9, run('a')),
      submission(8, run('b', best)),
      submission(7, run('c', best)),
      submission(6, run('d')),
    ]
    expect(standingOf(list, rules)).toMatchObject({
      submissions: 4,
      bestRunId: 'b',
      bestAt: hoursToDue(8),
      points: 90,
      finalPoints: 80,
      privateScore: 0.8,
      passed: true,
      lastVerdict: 'scored',
    })
  })

  it('takes the smallest where less is better', () => {
    const list = [submission(9, run('a', { publicScore: 0.9 })), submission(8, run('b', { publicScore: 0.2 }))]
    expect(standingOf(list, { ...rules, metric: 'rmse' }).bestRunId).toBe('b')
  })

  it('lets a better but late one count only for what it is worth', () => {
    const list = [submission(1, run('a', { points: 80 })), submission(-49, run('b', { points: 90, publicScore: 0.9 }))]
    expect(standingOf(list, rules)).toMatchObject({ points: 80, late: false, bestRunId: 'b' })
    expect(standingOf(list, { ...rules, latePenaltyPerDay: 0.01 })).toMatchObject({ points: 87.3, late: true })
  })

  it("scales to the assignment's points", () => {
    expect(standingOf([submission(1, run('a'))], { ...rules, maxPoints: 20 })).toMatchObject({
      points: 10,
      finalPoints: 8,
    })
  })

  it('passes over what was our fault, in points, count and last verdict', () => {
    const list = [submission(3, run('a')), submission(2, run('b', { verdict: 'platform_error', ...unscored }))]
    expect(standingOf(list, rules)).toMatchObject({ submissions: 1, bestRunId: 'a', lastVerdict: 'scored' })
  })

  it("remembers the last verdict, also the learner's errors", () => {
    const list = [submission(3, run('a')), submission(2, run('b', { verdict: 'timed_out', ...unscored }))]
    expect(standingOf(list, rules)).toMatchObject({ submissions: 2, points: 50, lastVerdict: 'timed_out' })
  })

  it('gains nobody a rank or a point for handing in the same again', () => {
    const score = fc.integer({ min: 0, max: 4 }).map((n) => n / 4)
    const mine = fc.array(fc.tuple(score, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        mine,
        fc.integer({ min: 0, max: 5 }),
        fc.array(fc.tuple(score, fc.integer({ min: 1, max: 90 }))),
        (own, which, others) => {
          const made = own.map(([value, hours], i) =>
            submission(hours, run(`r${i}`, { publicScore: value, points: value * 100 })),
          )
          const [value] = own[which % own.length] ?? [0, 0]
          const again = submission(0.5, run('again', { publicScore: value, points: value * 100 }))
          const [before, after] = [standingOf(made, rules), standingOf([...made, again], rules)]
          expect(after).toEqual({ ...before, submissions: before.submissions + 1 })
          const rankWith = ({ publicScore, bestAt }: typeof before) =>
            rank('accuracy', [
              { id: 'me', score: publicScore, receivedAt: bestAt },
              ...others.map(([theirs, hours], i) => ({ id: `o${i}`, score: theirs, receivedAt: hoursToDue(hours) })),
            ]).find(({ id }) => id === 'me')?.rank
          expect(rankWith(after)).toBe(rankWith(before))
        },
      ),
    )
  })
})
