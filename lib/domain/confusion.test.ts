import { expect, it } from 'vitest'
import { confusionMatrix } from './confusion.ts'

it('counts truth by row and prediction by column', () =>
  expect(confusionMatrix([0, 0, 1, 2, 2], [0, 1, 1, 0, 2], 3)).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [1, 0, 1],
  ]))
it.each([
  [[0], [2]],
  [[2], [0]],
  [[0.5], [0]],
])('refuses class %o predicted as %o of two', (truth, predicted) =>
  expect(() => confusionMatrix(truth, predicted, 2)).toThrow(RangeError),
)
