import { expect, it } from 'vitest'
import { budgetCut } from './budget-cut.ts'
import { makeEvidence, type Parts } from './make-evidence.ts'

it.each<[string, Parts, string | null]>([
  ['the plan was carried out', {}, null],
  ['early stopping ended it', { outcome: 'stopped-early' }, null],
  ['the time ran out', { outcome: 'cpu-limit', plan: { epochs: 40 } }, 'after 20 of 40 epochs'],
])('%s', (_, parts, said) => {
  const message = budgetCut(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
