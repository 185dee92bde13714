import { expect, it } from 'vitest'
import { explodingGradient } from './exploding-gradient.ts'
import { makeCurve, makeEvidence, makeLayer, type Parts } from './make-evidence.ts'

const norms = (gradientNorm: number | null) => ({
  curve: makeCurve([0.7, 0.7, 0.7, 0.7], { layers: [makeLayer('hidden', { gradientNorm }), makeLayer('head')] }),
})
const numbers = (mean: number, scaleTarget: boolean) => ({
  labels: { kind: 'numbers' as const, mean, sd: 1, min: mean - 3, max: mean + 3 },
  plan: { loss: 'meanSquaredError', scaleTarget },
  exercise: { metric: 'rmse' as const, passBar: 0.3, fullBar: 0.2 },
})

it.each<[string, Parts, string | null]>([
  ['a norm of 999', norms(999), null],
  ['a norm of 1000', norms(1000), 'gradient of layer hidden had a norm of 1000'],
  ['a norm that is no number', norms(null), null],
  ['inputs that are huge themselves', { ...norms(5000), rows: { columns: [{ mean: 500, sd: 1 }] } }, null],
  ['targets that are huge themselves', { ...norms(5000), ...numbers(64, false) }, null],
  ['the same, scaled', { ...norms(5000), ...numbers(64, true) }, 'norm of 5000'],
  ['only later on', { curve: [...makeCurve([1, 1, 1]), ...norms(5000).curve.slice(3)] }, null],
  ['passed', { ...norms(5000), publicMetric: 0.9 }, null],
  [
    'a locked model',
    { ...norms(5000), writable: { buildModel: false } },
    'Take a smaller learning rate, or set `clipNorm: 1`',
  ],
  ['a locked plan', { ...norms(5000), writable: { training: false } }, 'between the layers.'],
])('%s', (_, parts, said) => {
  const message = explodingGradient(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
