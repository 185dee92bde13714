import { expect, it } from 'vitest'
import { deadRelu } from './dead-relu.ts'
import { makeCurve, makeEvidence, makeLayer, type Parts } from './make-evidence.ts'

const dead = (deadShare: number | null) => ({
  curve: makeCurve([0.6, 0.6], { layers: [makeLayer('relu 1', { deadShare }), makeLayer('head')] }),
})

it.each<[string, Parts, string | null]>([
  ['0.79 of the units', dead(0.79), null],
  ['0.8 of the units', dead(0.8), 'In layer relu 1, 80 % of the relu units answer 0'],
  ['no relu', dead(null), null],
  ['passed', { ...dead(1), publicMetric: 0.9 }, null],
  ['a locked plan', { ...dead(1), writable: { training: false } }, "Try `kernelInitializer: 'heNormal'`"],
  ['all locked', { ...dead(1), writable: { training: false, buildModel: false } }, null],
  [
    'dead in the epochs that were not kept',
    { curve: [...makeCurve([0.5]), ...dead(1).curve.slice(1)], training: { restoredBest: true, bestEpoch: 1 } },
    null,
  ],
])('%s', (_, parts, said) => {
  const message = deadRelu(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
