import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accuracy, macroF1, measureMetric, rmse } from './metrics.ts'

// Expected values from scikit-learn 1.9: f1_score(average='macro', zero_division=0), accuracy_score, mean_squared_error.
const FORTY_TRUE = [
  1, 4, 0, 2, 0, 3, 3, 3, 3, 1, 0, 3, 0, 3, 3, 4, 0, 3, 2, 1, 4, 0, 2, 0, 0, 0, 4, 0, 3, 1, 3, 0, 4, 1, 3, 3, 4, 1, 2,
  1,
]
const FORTY_PREDICTED = [
  3, 0, 0, 5, 0, 5, 0, 5, 4, 3, 0, 1, 0, 3, 4, 4, 3, 3, 3, 2, 4, 5, 0, 0, 0, 4, 2, 0, 3, 1, 4, 0, 4, 1, 3, 1, 4, 1, 2,
  1,
]
describe('against scikit-learn', () => {
  it.each([
    {
      name: 'three classes',
      truth: [0, 1, 2, 0, 1, 2],
      predicted: [0, 2, 1, 0, 0, 1],
      f1: 0.26666666666666666,
      acc: 1 / 3,
    },
    { name: 'one class, all right', truth: [0, 0, 0, 0], predicted: [0, 0, 0, 0], f1: 1, acc: 1 },
    {
      name: 'a class never predicted',
      truth: [0, 0, 0, 1],
      predicted: [0, 0, 0, 0],
      f1: 0.42857142857142855,
      acc: 0.75,
    },
    { name: 'a class never true', truth: [0, 0, 1, 1], predicted: [0, 2, 1, 1], f1: 0.5555555555555555, acc: 0.75 },
    { name: 'nothing right', truth: [1, 1, 1], predicted: [0, 0, 0], f1: 0, acc: 0 },
    { name: 'forty rows', truth: FORTY_TRUE, predicted: FORTY_PREDICTED, f1: 0.43330003330003325, acc: 0.525 },
  ])('$name', ({ truth, predicted, f1, acc }) => {
    expect(macroF1(truth, predicted)).toBeCloseTo(f1, 14)
    expect(accuracy(truth, predicted)).toBeCloseTo(acc, 14)
  })

  it('rmse', () => expect(rmse([3, -0.5, 2, 7], [2.5, 0, 2, 8])).toBeCloseTo(0.6123724356957945, 14))
})

describe('measureMetric', () => {
  it('takes probabilities of several classes', () =>
    expect(measureMetric('accuracy', [1, 0], [0.2, 0.7, 0.1, 0.1, 0.1, 0.8], 3)).toBe(0.5))
  it('takes one probability of class 1, from 0.5 on', () =>
    expect(measureMetric('accuracy', [1, 0, 1], [0.5, 0.49, 0.2], 1)).toBeCloseTo(2 / 3))
  it('takes targets', () => expect(measureMetric('rmse', [1, 2], [1, 4], 1)).toBeCloseTo(Math.SQRT2))
})

it.each([accuracy, macroF1, rmse])('%o refuses lists of different length, and none', (metric) => {
  expect(() => metric([1, 2], [1])).toThrow(RangeError)
  expect(() => metric([], [])).toThrow(RangeError)
})

const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 60 })

it('does not depend on the order of rows or the names of classes', () => {
  fc.assert(
    fc.property(labels, fc.integer({ min: 1, max: 9 }), (pairs, shift) => {
      const f1 = macroF1(
        pairs.map(([t]) => t),
        pairs.map(([, p]) => p),
      )
      const turned = [...pairs].reverse().map(([t, p]) => [t + shift, p + shift] as const)
      expect(
        macroF1(
          turned.map(([t]) => t),
          turned.map(([, p]) => p),
        ),
      ).toBeCloseTo(f1, 12)
      expect(f1).toBeGreaterThanOrEqual(0)
      expect(f1).toBeLessThanOrEqual(1)
    }),
  )
})
