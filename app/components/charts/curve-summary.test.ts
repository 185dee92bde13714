import { expect, it } from 'vitest'
import { curveSummary } from './curve-summary.ts'

const points = (...values: [number | null, number | null][]) =>
  values.map(([train, validation], i) => ({ epoch: i + 1, train, validation }))

it.each([
  [
    { title: 'Loss', lowerIsBetter: true, points: points([2.5, 2.3], [0.3, 0.2], [0.1, 0.21]) },
    'Validation loss fell from 2.3 to 0.21 over 3 epochs, lowest at epoch 2.',
  ],
  [
    { title: 'Accuracy', lowerIsBetter: false, points: points([0.1, null], [0.9, null]) },
    'Training accuracy rose from 0.1 to 0.9 over 2 epochs, highest at epoch 2.',
  ],
  [
    { title: 'Loss', lowerIsBetter: true, points: points([0.5, null], [0.5, null]) },
    'Training loss stayed at 0.5 over 2 epochs, lowest at epoch 1.',
  ],
  [{ title: 'Loss', lowerIsBetter: true, points: points([0.5, null]) }, 'Training loss is 0.5 after epoch 1.'],
  [{ title: 'Loss', lowerIsBetter: true, points: [] }, 'Training loss: nothing measured yet.'],
  // Not a number at the end: JSON brings it as null.
  [
    { title: 'Loss', lowerIsBetter: true, points: points([1, null], [4, null], [null, null]) },
    'Training loss rose from 1 to 4 over 2 epochs, lowest at epoch 1.',
  ],
])('%#: %s', (input, sentence) => {
  expect(curveSummary(input)).toBe(sentence)
})
