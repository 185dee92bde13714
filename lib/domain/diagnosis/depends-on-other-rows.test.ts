import { expect, it } from 'vitest'
import { dependsOnOtherRows } from './depends-on-other-rows.ts'
import { makeEvidence, type Parts } from './make-evidence.ts'

it.each<[string, Parts, string | null]>([
  ['the tolerance', { rows: { rowwiseDifference: 1e-4 } }, null],
  ['just above it', { rows: { rowwiseDifference: 1.1e-4 } }, 'differ by up to 0.011 %'],
  ['far above it', { rows: { rowwiseDifference: 0.5 } }, 'differ by up to 50 %'],
  ['a lone row that is no number', { rows: { rowwiseDifference: Number.POSITIVE_INFINITY } }, 'not even numbers'],
])('%s', (_, parts, said) => {
  const message = dependsOnOtherRows(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
