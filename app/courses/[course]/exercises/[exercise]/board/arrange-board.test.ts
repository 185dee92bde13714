import { describe, expect, it } from 'vitest'
import type { Bars } from '#lib/domain/bars.ts'
import { arrangeBoard } from './arrange-board.ts'

const row = (score: number) => ({
  rank: 1,
  pseudonym: String(score),
  name: null,
  isMe: false,
  isDemo: false,
  score,
  params: null,
  submissions: 1,
  receivedAt: new Date(0),
})
const shape = (scores: number[], bars: Bars) =>
  arrangeBoard(scores.map(row), bars).map((line) => (line.kind === 'row' ? line.row.score : line.name))

const accuracy: Bars = { metric: 'accuracy', baseline: 0.9, pass: 0.945, full: 0.965 }

describe('arrangeBoard', () => {
  it.each([
    [
      [0.97, 0.965, 0.95, 0.92, 0.5],
      [0.97, 0.965, 'full', 0.95, 'pass', 0.92, 'baseline', 0.5],
    ],
    [[0.99], [0.99, 'full', 'pass', 'baseline']],
    [[0.1], ['full', 'pass', 'baseline', 0.1]],
    [[], ['full', 'pass', 'baseline']],
  ])('%j', (scores, lines) => {
    expect(shape(scores, accuracy)).toEqual(lines)
  })

  it('turns round where a smaller value is the better one, and has no baseline for by-hand exercises', () => {
    expect(shape([50, 56, 60, 90], { metric: 'rmse', baseline: 78, pass: 57, full: 54 })).toEqual([
      50,
      'full',
      56,
      'pass',
      60,
      'baseline',
      90,
    ])
    expect(shape([1, 0.5], { metric: 'cases', baseline: null, pass: 0.8, full: 1 })).toEqual([1, 'full', 'pass', 0.5])
  })

  it('lays classical models where their scores belong, better ones above bars too', () => {
    const classical = [
      { name: 'logistic regression', how: '', score: 0.91 },
      { name: 'random forest', how: '', score: 0.97 },
    ]
    const lines = arrangeBoard([row(0.98), row(0.92)], { ...accuracy, classical })
    expect(lines.map((line) => (line.kind === 'row' ? line.row.score : (line.model?.name ?? line.name)))).toEqual([
      0.98,
      'random forest',
      'full',
      'pass',
      0.92,
      'logistic regression',
      'baseline',
    ])
  })
})
