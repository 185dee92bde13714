import { expect, it } from 'vitest'
import type { Rows } from '../contract/rows.ts'
import { chooseEncoding } from './encode-rows.ts'

const rows = (shape: number[], data: number[]): Rows => ({ shape, data: Float32Array.from(data) })
const encode = (card: { shape: number[]; vocabSize?: number }, train: Rows, x = train) => {
  const { about, encode: toDesign } = chooseEncoding(card, train)
  return { about, rows: toDesign(x).rows.map((row) => [...row]) }
}

it('brings each column of a table to mean 0 and deviation 1, by the training rows', () => {
  const train = rows([2, 2], [1, 10, 3, 30])
  expect(encode({ shape: [2] }, train)).toEqual({ about: null, rows: [[-1, -1], [1, 1]] }) // biome-ignore format: as a table
  expect(encode({ shape: [2] }, train, rows([1, 2], [5, 20])).rows).toEqual([[3, 0]])
})

it('leaves a column that never changes at 0', () => {
  expect(encode({ shape: [1] }, rows([2, 1], [7, 7])).rows).toEqual([[0], [0]])
})

it('flattens a window, reading after reading', () => {
  const { about, rows: encoded } = encode({ shape: [2, 2] }, rows([2, 2, 2], [0, 1, 2, 3, 2, 3, 4, 5]))
  expect(about).toBe('flattened window')
  expect(encoded).toEqual([[-1, -1, -1, -1], [1, 1, 1, 1]]) // biome-ignore format: as a table
})

it('counts tokens, without padding, each row to length 1', () => {
  const { about, rows: encoded } = encode({ shape: [4], vocabSize: 4 }, rows([2, 4], [1, 3, 3, 0, 0, 0, 0, 0]))
  expect(about).toBe('bag of words')
  const length = Math.sqrt(5)
  expect(encoded).toEqual([
    [0, 1 / length, 0, 2 / length],
    [0, 0, 0, 0],
  ])
})

it('shrinks a large picture by averaging, and keeps the channels apart', () => {
  const side = 20
  const picture = Array.from({ length: side * side }, (_, i) => [i % side < 10 ? 0 : 8, 8]).flat()
  const { about, rows: encoded } = encode({ shape: [side, side, 2] }, rows([1, side, side, 2], picture))
  expect(about).toBe('pixels averaged 2 × 2')
  const [first = []] = encoded
  expect(first).toHaveLength(10 * 10 * 2)
  const [dark, ever, ...rest] = first
  expect(dark).toBeLessThan(0)
  expect(rest.filter((_, i) => i % 2 === 1).every((value) => value === ever)).toBe(true)
})

it('leaves a small picture as it is', () => {
  expect(encode({ shape: [2, 2, 1] }, rows([1, 2, 2, 1], [0, 2, 0, 2]))).toEqual({
    about: 'pixels',
    rows: [[-1, 1, -1, 1]],
  })
})
