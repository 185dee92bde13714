import { expect, it } from 'vitest'
import { imbalanceIgnored } from './imbalance-ignored.ts'
import { makeEvidence, type Parts } from './make-evidence.ts'

const rare = (found: number, share = 0.04) => ({
  exercise: { metric: 'macroF1' as const, passBar: 0.65, fullBar: 0.8 },
  publicMetric: 0.5,
  labels: { kind: 'classes' as const, names: ['ok', 'trip'], shares: [1 - share, share] },
  confusion: [
    [300, 0],
    [50 - found, found],
  ],
})

it.each<[string, Parts, string | null]>([
  ['none found', rare(0), 'found 0 of the 50 public rows of class "trip". Only 4 %'],
  ['9 of 50 found', rare(9), 'found 9 of the 50'],
  ['10 of 50 found', rare(10), null],
  ['a share of 0.15', rare(0, 0.15), 'Only 15 %'],
  ['a share of 0.16', rare(0, 0.16), null],
  [
    'no class that is common',
    { ...rare(0), labels: { kind: 'classes', names: ['a', 'b', 'c'], shares: [0.45, 0.45, 0.1] } },
    null,
  ],
  ['a class weight, whatever it is', { ...rare(0), plan: { classWeight: { 1: 2 } } }, null],
  ['scored by accuracy', { ...rare(0), exercise: { metric: 'accuracy', passBar: 0.9, fullBar: 0.95 } }, null],
  ['passed', { ...rare(0), publicMetric: 0.65 }, null],
  ['a locked plan', { ...rare(0), writable: { training: false } }, null],
  ['nothing predicted', { ...rare(0), confusion: null }, null],
])('%s', (_, parts, said) => {
  const message = imbalanceIgnored(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
