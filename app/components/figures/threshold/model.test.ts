import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confusionAt, drawScores, histogramOf, ROWS, ratesOf } from './model.ts'

const rows = drawScores(0.04)

describe('threshold', () => {
  it('counts every row once, at any threshold', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (threshold) => {
        const confusion = confusionAt(rows, threshold)
        expect(Object.values(confusion).reduce((sum, count) => sum + count)).toBe(ROWS)
        expect(confusion.truePositives + confusion.falseNegatives).toBe(80)
      }),
    )
  })

  it('has the rates of a worked example', () => {
    const rates = ratesOf({ truePositives: 30, falsePositives: 20, falseNegatives: 10, trueNegatives: 940 })
    expect(rates).toEqual({ precision: 0.6, recall: 0.75, f1: expect.closeTo(2 / 3, 12), accuracy: 0.97 })
  })

  it('calls nothing positive at 1 and everything at 0', () => {
    expect(ratesOf(confusionAt(rows, 1.01))).toEqual({ precision: null, recall: 0, f1: 0, accuracy: 0.96 })
    expect(ratesOf(confusionAt(rows, 0)).recall).toBe(1)
  })

  it('loses recall, and nothing else to fear, as the threshold rises', () => {
    const recalls = [0.1, 0.3, 0.5, 0.7, 0.9].map((threshold) => ratesOf(confusionAt(rows, threshold)).recall)
    expect(recalls).toEqual([...recalls].sort((a, b) => b - a))
  })

  it('has histograms that sum to the whole class', () => {
    for (const positive of [true, false])
      expect(histogramOf(rows, positive).reduce((sum, share) => sum + share)).toBeCloseTo(1)
  })
})
