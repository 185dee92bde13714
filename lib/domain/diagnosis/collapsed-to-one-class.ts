import type { Rule } from './evidence.ts'
import { belowPass, onlyAnswer, percent } from './read-evidence.ts'

/** Every public row gets the same answer. */
export const collapsedToOneClass: Rule = (evidence) => {
  const only = onlyAnswer(evidence)
  if (!only || !belowPass(evidence)) return null
  return `Your model answers "${only.name}" to every one of the ${only.rows} public rows, which is right for ${percent(only.right / only.rows)} of them: its answer does not depend on the input any more. Look at the loss: if it fell, the classes are uneven and want a \`classWeight\`; if it did not, mend the training first.`
}
