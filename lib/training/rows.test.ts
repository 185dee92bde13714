import { describe, expect, it } from 'vitest'
import { augmentationFault, augmentRows } from './augment.ts'
import { rowWeights } from './class-weights.ts'
import { measure } from './measure.ts'
import { seededRandom } from './seeded-random.ts'
import { splitRows } from './split-rows.ts'
import { oneHot, scaled, scaleOf, unscaled } from './targets.ts'

const floats = (...values: number[]) => Float32Array.from(values)

describe('rowWeights', () => {
  it('balances as scikit-learn does: n / (k · count)', () => {
    // compute_class_weight('balanced', classes=[0, 1], y=[0, 0, 0, 1]) → [0.66666667, 2.]
    expect([...(rowWeights(floats(0, 0, 0, 1), 'balanced') ?? [])].map((w) => w.toFixed(4))).toEqual([
      ...['0.6667', '0.6667', '0.6667', '2.0000'],
    ])
  })
  it('takes given weights, 1 where none is given', () => {
    expect(rowWeights(floats(0, 1, 2), { 1: 5 })).toEqual(floats(1, 5, 1))
    expect(rowWeights(floats(0), undefined)).toBeNull()
  })
})

describe('splitRows', () => {
  it('gives the last rows of a series to validation', () => {
    expect(splitRows(5, 0.4, true, 1)).toEqual({ train: [0, 1, 2], validation: [3, 4] })
  })
  it('deals other rows by the seed, none twice, none lost', () => {
    const { train, validation } = splitRows(100, 0.2, false, 1)
    expect(validation).toHaveLength(20)
    expect([...train, ...validation].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i))
    expect(splitRows(100, 0.2, false, 1).validation).toEqual(validation)
    expect(splitRows(100, 0.2, false, 2).validation).not.toEqual(validation)
  })
  it.each([
    [2, 0.999, 1],
    [2, 0.001, 1],
    [1, 0.5, 0],
  ])('%i rows at %f leave %i to validate', (rows, split, size) => {
    expect(splitRows(rows, split, false, 1).validation).toHaveLength(size)
  })
})

describe('targets', () => {
  it('become one-hot rows', () => {
    expect(oneHot({ shape: [2, 1], data: floats(2, 0) }, 3).data).toEqual(floats(0, 0, 1, 1, 0, 0))
  })
  it('are centred and scaled, and back', () => {
    const values = floats(10, 20, 30)
    const scale = scaleOf(values)
    const there = scaled({ shape: [3, 1], data: values }, scale).data
    expect([...there].map((v) => v.toFixed(3))).toEqual(['-1.225', '0.000', '1.225'])
    expect([...unscaled(there, scale)].map(Math.round)).toEqual([10, 20, 30])
    expect(scaleOf(floats(4, 4))).toEqual({ mean: 4, sd: 1 })
  })
})

describe('measure', () => {
  it.each([
    ['accuracy of one output', 'accuracy', [0.9, 0.2, 0.6], [1, 0, 0], 2 / 3],
    ['accuracy of two outputs', 'accuracy', [0.9, 0.1, 0.2, 0.8], [0, 0], 1 / 2],
    ['rmse', 'rmse', [1, 2], [1, 4], Math.SQRT2],
    // sklearn.metrics.f1_score([0, 0, 1, 2], [0, 1, 1, 1], average='macro') = 0.38888…
    ['macro F1', 'macroF1', [1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0], [0, 0, 1, 2], (2 / 3 + 1 / 2 + 0) / 3],
  ] as const)('%s', (_, metric, predictions, labels, expected) => {
    expect(measure(metric, floats(...predictions), floats(...labels))).toBeCloseTo(expected, 6)
  })
})

describe('augmentRows', () => {
  /** The image after whichever draw changes it. */
  const changed = (operation: Parameters<typeof augmentRows>[2][number], shape: number[], values: number[]) => {
    const results = new Set<string>()
    for (let seed = 0; seed < 40; seed++) {
      const row = floats(...values)
      augmentRows(row, shape, [operation], seededRandom(seed))
      results.add([...row].join(' '))
    }
    return [...results].sort()
  }
  it.each([
    ['flipX', ['1 2 3 4', '2 1 4 3']],
    ['flipY', ['1 2 3 4', '3 4 1 2']],
    ['rot90', ['1 2 3 4', '2 4 1 3']],
  ] as const)('%s changes half of the images', (operation, expected) => {
    expect(changed(operation, [2, 2, 1], [1, 2, 3, 4])).toEqual(expected)
  })
  it('shifts by up to so many pixels and fills with 0', () => {
    expect(changed({ op: 'shift', pixels: 1 }, [1, 2, 1], [1, 2])).toEqual(['0 0', '0 1', '1 2', '2 0'])
  })
  it('erases a square', () => {
    const results = changed({ op: 'erase', size: 1 }, [2, 2, 1], [1, 2, 3, 4])
    expect(results).toEqual(['0 2 3 4', '1 0 3 4', '1 2 0 4', '1 2 3 0'])
  })
  it('moves a sequence in time, its ends repeated', () => {
    expect(changed({ op: 'timeShift', steps: 1 }, [3, 1], [1, 2, 3])).toEqual(['1 1 2', '1 2 3', '2 3 3'])
  })
  it('adds noise of the given size, and scales whole rows', () => {
    const noisy = new Float32Array(10_000)
    augmentRows(noisy, [10_000], [{ op: 'noise', sd: 0.5 }], seededRandom(1))
    expect(Math.sqrt(noisy.reduce((sum, v) => sum + v * v, 0) / noisy.length)).toBeCloseTo(0.5, 1)
    const row = floats(1, 2)
    augmentRows(row, [2], [{ op: 'scale', sd: 0.5 }], seededRandom(1))
    expect((row[1] as number) / (row[0] as number)).toBeCloseTo(2, 5)
    expect(row[0]).not.toBe(1)
  })
  it('names operations that do not fit the rows', () => {
    expect(augmentationFault([4], ['flipX'])?.message).toContain('"flipX" changes images')
    expect(augmentationFault([4, 2, 1], ['rot90'])?.message).toContain('square')
    expect(augmentationFault([4, 4, 1], [{ op: 'timeShift', steps: 1 }])?.message).toContain('sequences')
    expect(augmentationFault([4, 4, 1], ['rot90', { op: 'noise', sd: 1 }])).toBeNull()
  })
})
