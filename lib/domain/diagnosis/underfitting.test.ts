import { expect, it } from 'vitest'
import { dense, makeCurve, makeEvidence, type Parts } from './make-evidence.ts'
import { underfitting } from './underfitting.ts'

const rest = (late: number, metric = 0.8) => ({
  publicMetric: 0.8,
  curve: makeCurve([0.7, 0.5, 0.5, 0.5, 0.5 * (1 - late)], { metric }),
})
const line = { layers: [dense('sigmoid', 1)] }
const lines = { layers: [dense(null, 8), dense('linear', 8), dense('sigmoid', 1)] }
const images = { rows: { shape: [8, 8, 1] } }
const convolution = { ...dense('relu', 4), className: 'Conv2D' }
const letDown = [0.01, 0.01, 0.01, 0.005, 0.0025]

it.each<[string, Parts, string | null]>([
  [
    'at rest, bent, and short',
    rest(0),
    'gets an accuracy of 0.8, and the pass bar is 0.9; the loss has come to rest. So it is too small for the task: its hidden layer has 16 units',
  ],
  ['falling by 2.9 %', rest(0.029), 'too small'],
  ['falling by 3.1 %', rest(0.031), null],
  ['falling by 9 %, the rate let down', { ...rest(0.09), plan: { learningRates: letDown } }, 'too small'],
  ['falling by 11 %, the rate let down', { ...rest(0.11), plan: { learningRates: letDown } }, null],
  ['a rate so small that anything looks at rest', { ...rest(0), plan: { learningRates: [0.0009] } }, null],
  ['no hidden layer', { ...rest(0), ...line }, 'It has no hidden layer, so all it can draw is one straight cut'],
  ['linear hidden layers', { ...rest(0), ...lines }, 'Its hidden layers have no activation'],
  [
    'a bent network that has learned nothing',
    { ...rest(0), curve: makeCurve([0.7, 0.69, 0.69, 0.69], { metric: 0.8 }) },
    null,
  ],
  ['a dense network on images, where another kind is wanted', { ...rest(0), ...images }, null],
  ['a convolution on images', { ...rest(0), ...images, layers: [convolution, dense('sigmoid', 1)] }, '4 units'],
  ['a network that knows its training rows', rest(0, 0.95), null],
  ['weighted classes', { ...rest(0), plan: { classWeight: 'balanced' } }, null],
  ['stopped early', { ...rest(0), outcome: 'stopped-early' }, null],
  ['passed', { ...rest(0), publicMetric: 0.9 }, null],
  ['a locked model', { ...rest(0), writable: { buildModel: false } }, null],
])('%s', (_, parts, said) => {
  const message = underfitting(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
