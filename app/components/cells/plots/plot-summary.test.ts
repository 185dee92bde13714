import { expect, it } from 'vitest'
import { plotSummary } from './plot-summary.ts'

const points = [3, 1, 2].map((y, x) => ({ x, y }))

it.each([
  [
    { kind: 'line' as const, title: 'Loss', series: [{ name: 'train', points }] },
    'Loss. train falls from 3 to 2, lowest 1 at 1, highest 3 at 0.',
  ],
  [{ kind: 'line' as const, series: [{ name: 'empty', points: [] }] }, 'empty: no points.'],
  [
    {
      kind: 'scatter' as const,
      groups: [
        { name: 'ore', points },
        { name: 'waste', points: points.slice(1) },
      ],
    },
    '5 points: 3 of ore, 2 of waste.',
  ],
  [{ kind: 'scatter' as const, groups: [{ name: 'points', points }] }, '3 points.'],
  [
    {
      kind: 'bars' as const,
      bars: [
        { label: 'a', value: 1 },
        { label: 'b', value: 4 },
      ],
    },
    '2 bars, the highest b with 4.',
  ],
  [
    { kind: 'image' as const, width: 2, height: 1, channels: 1 as const, values: [0, 1], low: 0, high: 1 },
    'Image of 2 × 1 pixels, values from 0 to 1.',
  ],
])('says what %j shows', (plot, words) => {
  expect(plotSummary(plot)).toBe(words)
})
