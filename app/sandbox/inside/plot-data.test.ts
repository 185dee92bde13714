import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { PLOT_LIMITS } from '#lib/contract/cell-output.ts'
import { plotOf } from './plot-data.ts'

const xy = (...pairs: [number, number][]) => pairs.map(([x, y]) => ({ x, y }))

describe('plot.line', () => {
  it.each([
    ['numbers', [3, 4], [{ name: 'value', points: xy([0, 3], [1, 4]) }]],
    ['points', [{ x: 1, y: 2 }], [{ name: 'value', points: xy([1, 2]) }]],
    [
      'pairs',
      [
        [1, 2],
        [3, 4],
      ],
      [{ name: 'value', points: xy([1, 2], [3, 4]) }],
    ],
    ['a typed array', Float32Array.of(1, 2), [{ name: 'value', points: xy([0, 1], [1, 2]) }]],
    ['a tensor', tf.tensor([5, 6]), [{ name: 'value', points: xy([0, 5], [1, 6]) }]],
    [
      'several by name',
      { loss: [1], valLoss: [2] },
      [
        { name: 'loss', points: xy([0, 1]) },
        { name: 'valLoss', points: xy([0, 2]) },
      ],
    ],
    ['a loss that left the numbers', [1, Number.NaN, 3], [{ name: 'value', points: xy([0, 1], [2, 3]) }]],
  ])('takes %s', (_, data, series) => {
    expect(plotOf.line(data)).toEqual({ kind: 'line', series })
  })

  it('thins what no screen can show', () => {
    const plot = plotOf.line(Array.from({ length: 100_000 }, (_, i) => i))
    expect(plot.kind === 'line' && plot.series[0]?.points.length).toBeLessThanOrEqual(PLOT_LIMITS.points)
  })
})

it('colours points by a word or a number for each', () => {
  expect(
    plotOf.scatter(
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      { colour: ['ore', 'waste', 'ore'], title: 'Grades' },
    ),
  ).toEqual({
    kind: 'scatter',
    title: 'Grades',
    groups: [
      { name: 'ore', points: xy([0, 1], [4, 5]) },
      { name: 'waste', points: xy([2, 3]) },
    ],
  })
  expect(plotOf.scatter(tf.tensor([[0, 1]]), { colour: tf.tensor([1]) })).toMatchObject({ groups: [{ name: '1' }] })
})

it('takes grey pictures, with or without an axis for it, and colours', () => {
  const grey = { kind: 'image', width: 2, height: 1, channels: 1, values: [0, 4], low: 0, high: 4 }
  expect(plotOf.image([[0, 4]])).toEqual(grey)
  expect(plotOf.image(tf.tensor([[[0], [4]]]))).toEqual(grey)
  expect(plotOf.image(tf.zeros([2, 3, 3]))).toMatchObject({ width: 3, height: 2, channels: 3 })
})

it('takes labels and values', () => {
  expect(plotOf.bars(['a', 2], [1, tf.scalar(3).arraySync()])).toEqual({
    kind: 'bars',
    bars: [
      { label: 'a', value: 1 },
      { label: '2', value: 3 },
    ],
  })
})

it.each([
  ['nothing', () => plotOf.line(undefined), /plot\.line should get numbers/],
  ['text for a point', () => plotOf.line([{ x: 1 }, 'a']), /plot\.line/],
  ['too few colours', () => plotOf.scatter([[1, 2]], { colour: [] }), /1 points, but 0 colours/],
  ['labels without values', () => plotOf.bars(['a'], []), /1 labels, but 0 values/],
  ['a bar of NaN', () => plotOf.bars(['a'], [Number.NaN]), /NaN is no finite number/],
  ['a picture of numbers', () => plotOf.image([1, 2]), /a row should be an array/],
  ['a ragged picture', () => plotOf.image([[1, 2], [3]]), /different lengths/],
  ['a huge picture', () => plotOf.image(tf.zeros([1, 300])), /1 to 256/],
  ['two channels', () => plotOf.image(tf.zeros([1, 1, 2])), /1 or 3/],
])('says what is wrong with %s', (_, plot, words) => {
  expect(plot).toThrow(words)
})
