import { expect, it } from 'vitest'
import { makeCurve, makeEvidence, type Parts } from './make-evidence.ts'
import { targetsNotScaled } from './targets-not-scaled.ts'

/** Below the bar on training rows and public ones; lower is better. */
const grades = (mean: number, sd: number, parts: Parts = {}): Parts => ({
  exercise: { metric: 'rmse', passBar: 1, fullBar: 0.5 },
  labels: { kind: 'numbers', mean, sd, min: mean - 3 * sd, max: mean + 3 * sd },
  plan: { loss: 'meanSquaredError' },
  publicMetric: 5,
  curve: makeCurve([9, 4], { metric: 5 }),
  ...parts,
})

it.each<[string, Parts, string | null]>([
  ['targets near 64', grades(64, 0.8), 'mean 64 and standard deviation 0.8'],
  ['targets at −11', grades(-11, 1), 'mean -11'],
  ['targets at 10', grades(10, 1), null],
  ['a spread of 11', grades(0, 11), 'standard deviation 11'],
  ['scaled ones', grades(64, 0.8, { plan: { loss: 'meanSquaredError', scaleTarget: true } }), null],
  ['a run that passes all the same', grades(64, 0.8, { publicMetric: 0.9 }), null],
  ['a network that knows its training rows', grades(64, 0.8, { curve: makeCurve([9, 0.1], { metric: 0.3 }) }), null],
  ['a locked plan', grades(64, 0.8, { writable: { training: false } }), null],
  ['classes', { publicMetric: 0.1 }, null],
])('%s', (_, parts, said) => {
  const message = targetsNotScaled(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
