import { describe, expect, it } from 'vitest'
import { makeCurve, makeEvidence, type Parts } from './make-evidence.ts'
import { ignorantLoss, keptPoint, lateFall, shortOnTraining } from './read-evidence.ts'

describe('the loss of a model that knows nothing of the inputs', () => {
  const classes = (...shares: number[]) => ({ kind: 'classes' as const, names: shares.map(String), shares })
  const numbers = { kind: 'numbers' as const, mean: 64, sd: 3, min: 50, max: 80 }
  it.each<[string, Parts, number | null]>([
    ['even classes: ln 2', {}, Math.log(2)],
    [
      'ten even classes: ln 10',
      { labels: classes(...new Array(10).fill(0.1)), plan: { loss: 'categoricalCrossentropy' } },
      Math.log(10),
    ],
    ['uneven classes: their entropy', { labels: classes(0.9, 0.1) }, -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1)],
    ['balanced: as if they were even', { labels: classes(0.9, 0.1), plan: { classWeight: 'balanced' } }, Math.log(2)],
    // 0.9 and 0.1 · 9 weigh the same, and the loss is a mean over rows, not over weights.
    ['weighted to even', { labels: classes(0.9, 0.1), plan: { classWeight: { 1: 9 } } }, 1.8 * Math.log(2)],
    ['squared error: the variance', { labels: numbers, plan: { loss: 'meanSquaredError' } }, 9],
    ['of a scaled target: 1', { labels: numbers, plan: { loss: 'meanSquaredError', scaleTarget: true } }, 1],
    ['another loss', { labels: numbers, plan: { loss: 'huberLoss' } }, null],
    ['one loss for each of three classes', { labels: classes(0.4, 0.3, 0.3) }, null],
  ])('%s', (_, parts, expected) => {
    const loss = ignorantLoss(makeEvidence(parts))
    if (expected === null) expect(loss).toBeNull()
    else expect(loss).toBeCloseTo(expected, 10)
  })
})

it.each<[string, (number | null)[], number | null]>([
  ['one epoch', [1], null],
  ['two epochs', [1, 0.8], 0.2],
  ['ten epochs: from the eighth', [9, 9, 9, 9, 9, 9, 9, 1, 0.9, 0.75], 0.25],
  ['a last loss that is no number', [1, null], null],
])('falls late: %s', (_, losses, expected) => {
  const fall = lateFall(makeEvidence({ curve: makeCurve(losses) }))
  if (expected === null) expect(fall).toBeNull()
  else expect(fall).toBeCloseTo(expected, 10)
})

it('takes the metric of the epoch whose weights were kept', () => {
  const curve = makeCurve([3, 1, 2])
  expect(keptPoint(makeEvidence({ curve, training: { restoredBest: true, bestEpoch: 2 } }))?.loss).toBe(1)
  expect(keptPoint(makeEvidence({ curve, training: { restoredBest: false, bestEpoch: 2 } }))?.loss).toBe(2)
  expect(keptPoint(makeEvidence({ curve: [] }))).toBeNull()
})

it.each<[string, number, number, 'accuracy' | 'rmse', boolean]>([
  ['what is missing is missing on the training rows', 0.7, 0.65, 'accuracy', true],
  ['ahead by just what is missing', 0.75, 0.5, 'accuracy', true],
  ['ahead by more than is missing', 0.8, 0.5, 'accuracy', false],
  ['at the bar there', 1, 0.5, 'accuracy', false],
  ['an error that is too large on both', 4, 4.5, 'rmse', true],
  ['an error that is too large on new rows', 1.2, 4.5, 'rmse', false],
])('short on training: %s', (_, train, fresh, metric, expected) => {
  const exercise = { metric, passBar: 1, fullBar: metric === 'rmse' ? 0.5 : 1 }
  const evidence = makeEvidence({ exercise, publicMetric: fresh, curve: makeCurve([1], { metric: train }) })
  expect(shortOnTraining(evidence)).toBe(expected)
})
