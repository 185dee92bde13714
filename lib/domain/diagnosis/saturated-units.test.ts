import { expect, it } from 'vitest'
import { makeCurve, makeEvidence, makeLayer, type Parts } from './make-evidence.ts'
import { saturatedUnits } from './saturated-units.ts'

const full = (saturatedShare: number | null, metric = 0.8) => ({
  publicMetric: 0.8,
  curve: makeCurve([0.6, 0.6], { metric, layers: [makeLayer('tanh 1', { saturatedShare }), makeLayer('head')] }),
})

it.each<[string, Parts, string | null]>([
  ['0.89 of the answers', full(0.89), null],
  ['0.9 of the answers', full(0.9), '90 % of the answers of layer tanh 1'],
  ['nothing that saturates', full(null), null],
  ['a network that knows its training rows', full(1, 0.95), null],
  ['passed', { ...full(1), publicMetric: 0.9 }, null],
  ['a locked model', { ...full(1), writable: { buildModel: false } }, null],
])('%s', (_, parts, said) => {
  const message = saturatedUnits(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
