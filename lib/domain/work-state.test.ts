import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Bars } from './bars.ts'
import { heatOf, median, type Work, workState } from './work-state.ts'

const accuracy: Bars = { metric: 'accuracy', baseline: 0.1, pass: 0.8, full: 0.95 }
const rmse: Bars = { metric: 'rmse', baseline: 100, pass: 60, full: 40 }
const cases: Bars = { metric: 'cases', baseline: null, pass: 0.8, full: 1 }
const work = (over: Partial<Work>): Work => ({
  submissions: 0,
  score: null,
  passed: false,
  hasDraft: false,
  isGrading: false,
  ...over,
})

it.each<[string, Partial<Work>, Bars, string]>([
  ['nothing', {}, accuracy, 'none'],
  ['a draft', { hasDraft: true }, accuracy, 'drafting'],
  ['first submission being graded', { hasDraft: true, isGrading: true }, accuracy, 'grading'],
  ['only errors', { submissions: 2, hasDraft: true }, accuracy, 'failing'],
  ['a score below the bar', { submissions: 1, score: 0.7 }, accuracy, 'below'],
  ['a score above the bar with a failed must check', { submissions: 1, score: 0.9 }, accuracy, 'below'],
  ['a pass', { submissions: 1, score: 0.9, passed: true }, accuracy, 'passed'],
  [
    'a pass while another try is graded',
    { submissions: 2, score: 0.9, passed: true, isGrading: true },
    accuracy,
    'passed',
  ],
  ['the full bar itself', { submissions: 1, score: 0.95, passed: true }, accuracy, 'full'],
  ['a small error', { submissions: 1, score: 39, passed: true }, rmse, 'full'],
  ['every case', { submissions: 1, score: 1, passed: true }, cases, 'full'],
])('%s', (_what, over, bars, state) => {
  expect(workState(work(over), bars)).toBe(state)
})

describe('heatOf', () => {
  it.each([
    [accuracy, 0.05, 0],
    [accuracy, 0.1, 0],
    [accuracy, 0.8, 0.625],
    [accuracy, 0.95, 1],
    [rmse, 120, 0],
    [rmse, 60, 0.625],
    [rmse, 10, 1],
    [cases, 1, 1],
  ])('%j at %d is %d', (bars, score, heat) => {
    expect(heatOf(bars, score)).toBeCloseTo(heat)
  })
})

describe('median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[3, 1], 2],
    [[5, 1, 3], 3],
    [[10, 9, 2, 1], 5.5],
  ])('of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN
        expect(values.filter((v) => v < middle).length).toBeLessThanOrEqual(values.length / 2)
        expect(values.filter((v) => v > middle).length).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})
