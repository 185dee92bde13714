import { expect, it } from 'vitest'
import { lossFlat } from './loss-flat.ts'
import { makeCurve, makeEvidence, type Parts } from './make-evidence.ts'

it.each<[string, Parts, string | null]>([
  ['within 0.9 %', { curve: makeCurve([1, 0.995, 0.991]) }, 'stayed within 0.9 % of where it began, 1'],
  ['1 % away', { curve: makeCurve([1, 0.995, 0.99]) }, null],
  ['1 % away in between', { curve: makeCurve([1, 1.02, 1]) }, null],
  ['two epochs', { curve: makeCurve([1, 1]) }, null],
  ['with a gradient', { curve: makeCurve([1, 1, 1]) }, 'first layer, hidden, had a norm of 0.1'],
  ['diverged', { curve: makeCurve([1, 1, 1, null]), outcome: 'diverged' }, null],
  ['passed', { curve: makeCurve([1, 1, 1]), publicMetric: 0.9 }, null],
])('%s', (_, parts, said) => {
  const message = lossFlat(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
