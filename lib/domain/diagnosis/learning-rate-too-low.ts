import type { Rule } from './evidence.ts'
import { belowPass, lateFall, losses, peakRate, percent, short, shortOnTraining, usualRates } from './read-evidence.ts'

const STILL_FALLING = 0.05
/** Share of epochs in which the loss did not rise: small steps go downhill only. */
const SMOOTH = 0.9
const EPOCHS = 4
/** A loss that moved by less than this is flat; with a gradient like that at the first layer, for want of steps. */
const FLAT = 0.01
const ALIVE = 0.01

/**
 * A small rate and a loss that fell smoothly to the last epoch: either far, with most of the allowed epochs used, or
 * hardly at all, though the first layer has a gradient.
 */
export const learningRateTooLow: Rule = (evidence) => {
  const { plan, exercise, writable, outcome, training } = evidence
  const seen = losses(evidence)
  // Weighted losses fall for other reasons than scores rise.
  if (!writable.training || outcome !== 'completed' || plan.classWeight !== undefined) return null
  if (!belowPass(evidence) || !shortOnTraining(evidence) || seen.length < EPOCHS) return null
  const peak = peakRate(plan)
  const fall = lateFall(evidence)
  if (peak > usualRates(plan.optimizer).slow || fall === null || fall <= 0) return null
  const falling = seen.slice(1).filter((loss, i) => loss <= (seen[i] ?? loss)).length
  if (falling < SMOOTH * (seen.length - 1)) return null
  const [first, last] = [seen[0] ?? 0, seen.at(-1) ?? 0]
  const gradient = evidence.curve.at(-1)?.layers[0]?.gradientNorm ?? 0
  if (first - last < FLAT * first && gradient > ALIVE)
    return `At a learning rate of at most ${short(peak)} the loss fell smoothly but hardly at all in ${training.epochsRun} epochs, from ${short(first)} to ${short(last)}, though your first layer has a gradient of ${short(gradient)}: your steps are too small. Multiply the learning rate by 10.`
  const epochsLeft = exercise.maxEpochs !== null && training.epochsRun <= exercise.maxEpochs / 2
  if (epochsLeft || fall < STILL_FALLING) return null
  return `At a learning rate of at most ${short(peak)} the loss fell smoothly for ${training.epochsRun} epochs, by ${percent(fall)} in the last fifth of them alone, and is still ${short(last)}: your steps are too small for the time there is. Multiply the learning rate by 5 to 10; it may fall towards the end.`
}
