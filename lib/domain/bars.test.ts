import { expect, it } from 'vitest'
import { bestClassical } from './bars.ts'

const models = (...scores: number[]) => scores.map((score, i) => ({ name: `model ${i}`, how: '', score }))

it.each([
  ['accuracy', models(0.4, 0.9, 0.8), 'model 1'],
  ['rmse', models(8, 3, 5), 'model 1'],
  ['macroF1', models(0.5, 0.5), 'model 0'],
  ['accuracy', [], undefined],
  ['accuracy', null, undefined],
  ['accuracy', undefined, undefined],
] as const)('by %s, the best of %j is %s', (metric, classical, expected) => {
  expect(bestClassical({ metric, ...(classical !== undefined && { classical }) })?.name).toBe(expected)
})
