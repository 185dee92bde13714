import type { Rule } from './evidence.ts'
import { belowPass, percent } from './read-evidence.ts'

/** Fewer rows may all be of one class by chance. */
const ROWS = 20

/** Every public row gets the same answer. */
export const collapsedToOneClass: Rule = (evidence) => {
  const { confusion, labels } = evidence
  if (!confusion || labels.kind !== 'classes' || !belowPass(evidence)) return null
  const totals = labels.names.map((_, label) => confusion.reduce((sum, truth) => sum + (truth[label] ?? 0), 0))
  const rows = totals.reduce((sum, count) => sum + count, 0)
  const only = totals.indexOf(rows)
  if (only < 0 || rows < ROWS) return null
  const right = confusion[only]?.[only] ?? 0
  return `Your model answers "${labels.names[only]}" to every one of the ${rows} public rows, which is right for ${percent(right / rows)} of them: its answer does not depend on the input any more. Look at the loss: if it fell, the classes are uneven and want a \`classWeight\`; if it did not, mend the training first.`
}
