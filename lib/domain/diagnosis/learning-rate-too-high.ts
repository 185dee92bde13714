import type { Rule } from './evidence.ts'
import { belowPass, ignorantLoss, losses, peakRate, short, usualRates } from './read-evidence.ts'

/** The first epoch's loss, over that of a model that knows nothing. */
const THROWN_OFF = 1.5
/** The last one's: it never got well away from knowing nothing. */
const NOT_RECOVERED = 0.5

/** The loss left the range of numbers; or it began far above knowing nothing, at a wild rate, and did not recover. */
export const learningRateTooHigh: Rule = (evidence) => {
  const { plan, curve, outcome, writable } = evidence
  if (!writable.training) return null
  const last = curve.at(-1)
  if (outcome === 'diverged')
    return last && belowPass(evidence)
      ? `In epoch ${last.epoch} the loss was no finite number any more, at a learning rate of ${short(last.learningRate)}: each step overshot by more than the one before. Divide the learning rate by 10.`
      : null
  const peak = peakRate(plan)
  const nothing = ignorantLoss(evidence)
  const [first, final] = [losses(evidence)[0], losses(evidence).at(-1)]
  if (nothing === null || first === undefined || final === undefined || !belowPass(evidence)) return null
  if (peak < usualRates(plan.optimizer).wild || first < THROWN_OFF * nothing || final < NOT_RECOVERED * nothing)
    return null
  return `The loss was ${short(first)} in the first epoch and ${short(final)} in the last; a model that looks at no input gets ${short(nothing)}. With a learning rate of ${short(peak)} the first steps of ${plan.optimizer} threw the weights so far off that training did not find back. Divide the learning rate by 10.`
}
