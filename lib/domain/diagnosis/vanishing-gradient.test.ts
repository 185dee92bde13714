import { expect, it } from 'vitest'
import { dense, makeCurve, makeEvidence, makeLayer, type Parts } from './make-evidence.ts'
import { vanishingGradient } from './vanishing-gradient.ts'

const deep = (first: number, last = 1, count = 5, activation = 'sigmoid') => ({
  layers: [...Array.from({ length: count - 1 }, () => dense(activation, 8)), dense('sigmoid', 1)],
  publicMetric: 0.6,
  curve: makeCurve(new Array(9).fill(0.69), {
    metric: 0.6,
    layers: Array.from({ length: count }, (_, i) =>
      makeLayer(`layer ${i + 1}`, { gradientNorm: i === 0 ? first : last }),
    ),
  }),
})

it.each<[string, Parts, string | null]>([
  ['a hundredth arrives', deep(0.01), null],
  ['less than a hundredth arrives', deep(0.0099), 'first layer, layer 1, was 0.99 % of the one in layer 5'],
  ['through sigmoids', deep(1e-6), 'sigmoid or tanh on the way'],
  ['through relus', deep(1e-6, 1, 5, 'relu'), 'Initial weights that are too small'],
  ['four layers', deep(1e-6, 1, 4), 'layer 4'],
  ['three layers', deep(1e-6, 1, 3), null],
  ['no gradient anywhere', deep(0, 0), null],
  [
    'a network that knows its training rows',
    { ...deep(1e-6), curve: deep(1e-6).curve.map((p) => ({ ...p, metric: 0.95 })) },
    null,
  ],
  ['passed', { ...deep(1e-6), publicMetric: 0.9 }, null],
  ['a locked model', { ...deep(1e-6), writable: { buildModel: false } }, null],
  ['inputs far from 1', { ...deep(1e-6), rows: { columns: [{ mean: 500, sd: 1 }] } }, null],
])('%s', (_, parts, said) => {
  const message = vanishingGradient(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
