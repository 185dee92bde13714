import { describe, expect, it } from 'vitest'
import type { CheckedExercise } from './check-exercise.ts'
import { summariseChecks } from './summarise-checks.ts'

const ok = { what: 'the solution passes', measured: 'yes', outcome: 'ok' } as const
const failed = { what: 'the starter runs and does not pass', measured: 'it passes', outcome: 'failed' } as const
const note = { what: 'the solution gets full marks', measured: '92 of 100 points', outcome: 'note' } as const

const checked = (score: number | null, points: number, more: Partial<CheckedExercise> = {}): CheckedExercise => ({
  rows: [ok],
  solution: { score, points },
  wrong: [{ name: 'starter', score: 0.4, points: 10 }],
  ...more,
})
const accuracy = { slug: 'x', metric: 'accuracy' } as const

describe('full marks', () => {
  it.each([
    ['in the median are enough', [88, 100, 100], 0],
    ['in the minority are not', [88, 90, 100], 1],
    ['of two, the lower one counts', [90, 100], 1],
    ['missing on the only installation are a note of its own', [90], 0],
  ])('%s', (_, points, failures) => {
    const summary = summariseChecks(
      accuracy,
      points.map((each) => checked(0.9, each)),
    )
    expect(summary.failures).toHaveLength(failures)
    expect(summary.leastPoints).toBe(Math.min(...points))
  })
})

it.each([
  ['accuracy', 0.8, 0.9],
  ['rmse', 0.95, 0.9],
] as const)('the worst %s is %d, the median %d', (metric, worst, median) => {
  const all = [0.9, 0.8, 0.95].map((score) => checked(score, 100))
  expect(summariseChecks({ slug: 'x', metric }, all)).toMatchObject({ worstScore: worst, medianScore: median })
})

it('keeps every failure with its installation, and no note', () => {
  const { failures } = summariseChecks(accuracy, [
    checked(0.9, 100, { rows: [ok, note] }),
    checked(0.9, 100, { rows: [ok, failed] }),
  ])
  expect(failures).toEqual([{ installation: 2, row: failed }])
})

it('names the wrong way that got furthest: by points, then by score', () => {
  const wrong = (name: string, score: number | null, points: number) => ({ name, score, points })
  const { bestWrongWay } = summariseChecks(accuracy, [
    checked(0.9, 100, { wrong: [wrong('capped', 0.99, 40), wrong('crashes', null, 0)] }),
    checked(0.9, 100, { wrong: [wrong('near', 0.7, 45), wrong('nearer', 0.75, 45)] }),
  ])
  expect(bestWrongWay).toEqual(wrong('nearer', 0.75, 45))
})

it('bears a solution that was never scored', () => {
  expect(summariseChecks(accuracy, [checked(null, 0)])).toMatchObject({ worstScore: null, medianScore: null })
})
