import { expect, it } from 'vitest'
import { Dataset } from '../contract/dataset.ts'
import { windowsOf } from './read-series.ts'

const CARD = Dataset.parse({
  name: 'tide',
  version: 1,
  title: 'Tide',
  task: 'forecast',
  shape: [3, 1],
  outputs: 1,
  features: [{ name: 'level' }],
  split: { train: 1, public: 1, private: 1 },
  synthetic: false,
  ordered: true,
  story: '-',
  origin: '-',
  licence: '-',
  source: { kind: 'series', file: 'tide.csv', sha256: '0'.repeat(64), columns: ['a', 'b'] },
})
const TABLE = {
  header: ['day', 'a', 'b'],
  records: [
    ['1', '10', '11'],
    ['2', '12', '13'],
    ['3', '14', '15'],
  ],
}

it.each([
  [1, [10, 11, 12, 11, 12, 13, 12, 13, 14], [13, 14, 15]],
  [2, [10, 11, 12, 11, 12, 13], [14, 15]],
  [4, [], []],
])('reads across and looks %d steps ahead', (horizon, x, y) => {
  const table = windowsOf(CARD, 'tide.csv', TABLE, { columns: ['a', 'b'], horizon })
  expect([...table.x.data]).toEqual(x)
  expect([...table.y.data]).toEqual(y)
  expect(table.x.shape).toEqual([y.length, 3, 1])
})

it.each([
  [['a', 'c'], TABLE, /has no column c/],
  [['a'], { ...TABLE, records: [['1', 'low', '11']] }, /row 2: "low" is no number/],
  [['b'], { ...TABLE, records: [['1', '10', '']] }, /row 2: "" is no number/],
])('refuses columns %j', (columns, table, said) =>
  expect(() => windowsOf(CARD, 'tide.csv', table, { columns, horizon: 1 })).toThrow(said),
)
