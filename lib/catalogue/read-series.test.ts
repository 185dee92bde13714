import { expect, it } from 'vitest'
import { windowsOf } from './read-series.ts'

const CARD = { shape: [3, 1] }
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
  expect(table.x.flat()).toEqual(x)
  expect(table.y).toEqual(y)
})

it.each([
  [['a', 'c'], TABLE, /has no column c/],
  [['a'], { ...TABLE, records: [['1', 'low', '11']] }, /row 2: "low" is no number/],
  [['b'], { ...TABLE, records: [['1', '10', '']] }, /row 2: "" is no number/],
])('refuses columns %j', (columns, table, said) =>
  expect(() => windowsOf(CARD, 'tide.csv', table, { columns, horizon: 1 })).toThrow(said),
)
