import { expect, it } from 'vitest'
import { collapsedToOneClass } from './collapsed-to-one-class.ts'
import { makeEvidence, type Parts } from './make-evidence.ts'

const answers = (...confusion: number[][]) => ({ confusion })

it.each<[string, Parts, string | null]>([
  [
    'all of one class',
    answers([0, 60], [0, 40]),
    'answers "ore" to every one of the 100 public rows, which is right for 40 %',
  ],
  ['all but one row', answers([1, 59], [0, 40]), null],
  ['20 rows', answers([10, 0], [10, 0]), 'answers "waste"'],
  ['19 rows', answers([10, 0], [9, 0]), null],
  ['passed', { ...answers([100, 0], [0, 0]), publicMetric: 1 }, null],
  ['nothing predicted', { confusion: null }, null],
])('%s', (_, parts, said) => {
  const message = collapsedToOneClass(makeEvidence(parts))
  if (said === null) expect(message).toBeNull()
  else expect(message).toContain(said)
})
