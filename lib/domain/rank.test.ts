import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricName } from './metric.ts'
import { type BoardEntry, rank } from './rank.ts'

const entry = (id: string, score: number | null, minute = 0): BoardEntry => ({
  id,
  score,
  receivedAt: score === null ? null : new Date(minute * 60_000),
})
const board = (metric: MetricName, entries: BoardEntry[]) =>
  rank(metric, entries).map(({ id, rank }) => `${rank} ${id}`)

const entries = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 5 }),
    score: fc.option(fc.integer({ min: 0, max: 5 }).map((n) => n / 5)),
    minute: fc.integer({ min: 0, max: 5 }),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)

describe('rank', () => {
  it.each<[string, MetricName, BoardEntry[], string[]]>([
    ['the higher accuracy first', 'accuracy', [entry('a', 0.5), entry('b', 0.9)], ['1 b', '2 a']],
    ['the lower error first', 'rmse', [entry('a', 0.5), entry('b', 0.9)], ['1 a', '2 b']],
    ['the earlier of two equal ones first', 'accuracy', [entry('a', 0.5, 2), entry('b', 0.5, 1)], ['1 b', '2 a']],
    [
      'equal in both: shared, and the next one skipped',
      'accuracy',
      [entry('d', 0.1, 1), entry('c', 0.5, 1), entry('b', 0.5, 1), entry('a', 0.9, 9)],
      ['1 a', '2 b', '2 c', '4 d'],
    ],
    ['only what has a score', 'accuracy', [entry('a', null), entry('b', 0)], ['1 b']],
  ])('%s', (_, metric, list, expected) => {
    expect(board(metric, list)).toEqual(expected)
  })

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom<MetricName>('accuracy', 'rmse'), (list, metric) => {
        const made = list.map(({ id, score, minute }) => entry(id, score, minute))
        expect(rank(metric, [...made].reverse())).toEqual(rank(metric, made))
      }),
    )
  })

  it('places nobody before somebody with a better score', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const ranked = rank(
          'rmse',
          list.map(({ id, score, minute }) => entry(id, score, minute)),
        )
        for (const [i, later] of ranked.entries()) {
          const before = ranked[i - 1]
          if (before) expect(before.score).toBeLessThanOrEqual(later.score)
          if (before) expect(before.rank).toBeLessThanOrEqual(later.rank)
        }
      }),
    )
  })
})
