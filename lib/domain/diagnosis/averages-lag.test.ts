import { expect, it } from 'vitest'
import { averagesLag } from './averages-lag.ts'
import { dense, makeCurve, makeEvidence, type Parts } from './make-evidence.ts'

const normalised: Parts = {
  layers: [{ ...dense(null, 16), className: 'BatchNormalization' }, dense('sigmoid', 1)],
  confusion: [
    [60, 0],
    [40, 0],
  ],
}

it.each<[string, Parts, string | null]>([
  [
    'one answer from a model that knows its training rows',
    normalised,
    'accuracy on its own rows was 0.95; asked, it answers "waste" to every one of the 100 public rows',
  ],
  ['one that learned nothing', { ...normalised, curve: makeCurve([0.69, 0.69], { metric: 0.6 }) }, null],
  [
    'two answers',
    {
      ...normalised,
      confusion: [
        [59, 1],
        [40, 0],
      ],
    },
    null,
  ],
  ['no normalisation', { ...normalised, layers: [dense('relu', 16), dense('sigmoid', 1)] }, null],
  ['passed', { ...normalised, publicMetric: 0.95 }, null],
  ['a locked model', { ...normalised, writable: { buildModel: false } }, null],
  ['nothing predicted', { ...normalised, confusion: null }, null],
])('%s', (_, parts, said) => {
  const message = averagesLag(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
