import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { Dataset } from '../contract/dataset.ts'
import { DatasetPicture } from '../contract/dataset-picture.ts'
import { drawPicture } from './draw-picture.ts'
import type { Table } from './read-source.ts'

const card = (over: object) =>
  Dataset.parse({
    name: 'tiny',
    version: 1,
    title: 'Tiny',
    task: 'binary',
    shape: [2],
    outputs: 1,
    classes: ['no', 'yes'],
    features: [{ name: 'a' }, { name: 'b' }],
    split: { train: 4, public: 1, private: 1 },
    synthetic: true,
    story: 'A few numbers.',
    origin: 'This test.',
    licence: 'MIT',
    source: { kind: 'generator' },
    ...over,
  })
const table = (shape: number[], x: number[], y: number[]): Table => ({
  x: { shape: [y.length, ...shape], data: Float32Array.from(x) },
  y: { shape: [y.length, 1], data: Float32Array.from(y) },
})
const draw = (over: object, train: Table) => {
  const picture = drawPicture(card(over), train)
  expect(DatasetPicture.parse(JSON.parse(JSON.stringify(picture)))).toEqual(picture)
  return picture
}

describe('a table', () => {
  const { features, targets, samples } = draw({}, table([2], [0, 5, 1, 5, 2, 5, 3, 5], [0, 0, 0, 1]))

  it('has a histogram for each column, the classes apart', () => {
    expect(features.map(({ name }) => name)).toEqual(['a', 'b'])
    const [a] = features
    expect(a).toMatchObject({ mean: 1.5, deviation: 1.118, histogram: { low: 0, high: 3 } })
    expect(a?.histogram.counts.map((bins) => bins.reduce((sum, n) => sum + n, 0))).toEqual([3, 1])
    expect(a?.histogram.counts[1]?.at(-1)).toBe(1)
  })

  it('bears a column that never changes', () => {
    expect(features[1]?.histogram).toMatchObject({ low: 5, high: 5 })
    expect(features[1]?.deviation).toBe(0)
  })

  it('counts its classes, and shows no row', () => {
    expect(targets).toEqual({ kind: 'classes', counts: [3, 1] })
    expect(samples).toEqual({ kind: 'none' })
  })
})

it('draws how the targets of a regression lie', () => {
  const { targets } = draw({ task: 'regression', classes: undefined, shape: [1] }, table([1], [1, 2, 3], [10, 20, 60]))
  expect(targets).toMatchObject({ kind: 'values', mean: 30, histogram: { low: 10, high: 60 } })
})

it.each([
  ['0 to 255', 1],
  ['0 to 1', 255],
])('shows pictures of each class as PNG, in %s', (_, divisor) => {
  const pixels = [0, 255, 51, 204].map((value) => value / divisor)
  const train = table([1, 2, 1], [...pixels, ...pixels], [0, 1, 1, 0])
  const { samples, features } = draw({ shape: [1, 2, 1] }, train)
  if (samples.kind !== 'images') throw new Error(samples.kind)
  expect(features).toEqual([])
  expect(samples.images.map(({ label }) => label)).toEqual(['no', 'no', 'yes', 'yes'])
  const first = decode(Buffer.from(samples.images[0]?.png ?? '', 'base64'))
  expect([first.width, first.height, ...first.data]).toEqual([2, 1, 0, 255])
})

it('shows series by channel', () => {
  const { samples, features } = draw({ shape: [2, 2] }, table([2, 2], [1, 10, 2, 20, 3, 30, 4, 40], [1, 0]))
  expect(samples).toEqual({
    kind: 'sequences',
    sequences: [
      { label: 'no', channels: [[3, 4], [30, 40]] }, // biome-ignore format: as a table
      { label: 'yes', channels: [[1, 2], [10, 20]] }, // biome-ignore format: as a table
    ],
  })
  expect(features.map(({ mean }) => mean)).toEqual([2.5, 25])
})

it('shows texts without their padding', () => {
  const { samples, features } = draw({ shape: [3], vocabSize: 9, features: [] }, table([3], [4, 7, 0, 5, 0, 0], [0, 1]))
  expect(features).toEqual([])
  expect(samples).toEqual({
    kind: 'tokens',
    texts: [
      { label: 'no', tokens: [4, 7] },
      { label: 'yes', tokens: [5] },
    ],
  })
})
