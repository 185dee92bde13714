import type { Rule } from './evidence.ts'
import { hiddenLayers } from './hidden-layers.ts'
import { belowPass, lateFall, percent, shortOnTraining } from './read-evidence.ts'

const STILL_FALLING = 0.03

/** The plan ended while the loss still fell, with at least half of the allowed epochs unused. */
export const stoppedTooEarly: Rule = (evidence) => {
  const { plan, exercise, writable, outcome, training } = evidence
  // Weighted losses fall for other reasons than scores rise.
  if (!writable.training || outcome !== 'completed' || plan.classWeight !== undefined) return null
  if (exercise.maxEpochs === null || training.epochsRun > exercise.maxEpochs / 2) return null
  // A straight cut creeps towards its best for long, and is a straight cut then.
  if (!hiddenLayers(evidence.layers).bent) return null
  const fall = lateFall(evidence)
  if (!belowPass(evidence) || !shortOnTraining(evidence) || fall === null || fall < STILL_FALLING) return null
  return `Training ended after ${training.epochsRun} ${training.epochsRun === 1 ? 'epoch' : 'epochs'} with the loss still falling (by ${percent(fall)} over the last ones), and your network does not know its own training rows well yet. This exercise allows ${exercise.maxEpochs} epochs: use more of them.`
}
