import { expect, it, vi } from 'vitest'
import { Baselines } from '../contract/baselines.ts'
import type { Rows } from '../contract/rows.ts'
import { seededRandom } from '../training/seeded-random.ts'
import { type BaselineInput, measureBaselines, rowsWithin } from './measure-baselines.ts'

// Forests take a third of a second each, several on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const split = (count: number, seed: number, target: (a: number, b: number) => number): { x: Rows; y: Rows } => {
  const random = seededRandom(seed)
  const x = Float32Array.from({ length: 2 * count }, () => 2 * random() - 1)
  const y = Float32Array.from({ length: count }, (_, i) => target(x[2 * i] ?? 0, x[2 * i + 1] ?? 0))
  return { x: { shape: [count, 2], data: x }, y: { shape: [count, 1], data: y } }
}
const input = (
  card: { task: 'binary' | 'regression' },
  metric: BaselineInput['metric'],
  target: (a: number, b: number) => number,
  trainRows = 300,
): BaselineInput => ({
  card: { ...card, outputs: 1, shape: [2], ordered: false },
  datasetHash: 'hash',
  metric,
  splits: { train: split(trainRows, 1, target), public: split(100, 2, target), private: split(200, 3, target) },
})
const measured = (given: BaselineInput) =>
  Object.fromEntries(measureBaselines(given).models.map((one) => [one.model, one]))

it('shows where a line will not do', () => {
  const { constant, linear, neighbours, forest } = measured(
    input({ task: 'binary' }, 'accuracy', (a, b) => (a * b > 0 ? 1 : 0)),
  )
  expect(Math.max(constant?.private ?? 1, linear?.private ?? 1)).toBeLessThan(0.65)
  expect(Math.min(neighbours?.private ?? 0, forest?.private ?? 0)).toBeGreaterThan(0.9)
})

it('shows where a line is all it takes', () => {
  const { constant, linear, forest } = measured(input({ task: 'regression' }, 'rmse', (a, b) => 3 * a - b))
  expect(linear?.private).toBeLessThan(0.01)
  expect(forest?.private).toBeGreaterThan(0.05)
  expect(forest?.private).toBeLessThan((constant?.private ?? 0) / 3)
})

it('gives the same numbers for the same rows, in the form that is stored', () => {
  const given = input({ task: 'binary' }, 'macroF1', (a, b) => (a > b ? 1 : 0))
  const first = measureBaselines(given)
  expect(Baselines.parse(JSON.parse(JSON.stringify(first)))).toEqual(first)
  expect(measureBaselines(given)).toEqual(first)
  expect(first.key).toMatchObject({ datasetHash: 'hash', metric: 'macroF1', trainRows: 300 })
})

it.each([
  // model, columns, classes, scored rows, rows at most
  ['constant', 1000, 10, 100_000, Number.POSITIVE_INFINITY],
  ['linear', 4000, 2, 100, 1000],
  ['linear', 100, null, 100, 50_000],
  ['neighbours', 100, 2, 10_000, 1000],
  ['forest', 100, 2, 100, 15_000],
] as const)('a %s on %d columns takes a part of too many rows', (model, columns, classes, scored, expected) => {
  expect(rowsWithin(model, { columns, classes, scored })).toBe(expected)
})
