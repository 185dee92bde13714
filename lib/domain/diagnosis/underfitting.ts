import type { Evidence, Rule } from './evidence.ts'
import { hasConvolution, hasRecurrence, hiddenLayers } from './hidden-layers.ts'
import {
  belowPass,
  ignorantLoss,
  keptPoint,
  lateFall,
  losses,
  METRIC_NAMES,
  peakRate,
  short,
  shortOnTraining,
  usualRates,
} from './read-evidence.ts'

const AT_REST = 0.03
/** With the rate let down to a quarter of its peak, a loss that falls a little slower still is as good as at rest. */
const NEARLY_AT_REST = 0.1
const LET_DOWN = 0.25
/** Loss over that of knowing nothing, below which a bent network has begun to learn. */
const HAS_LEARNED = 0.9

const LIST = new Intl.ListFormat('en-GB')
const article = (metric: Evidence['exercise']['metric']) => (metric === 'accuracy' ? 'an' : 'a')

/** Training came to rest, and the network does not even fit its own training rows. */
export const underfitting: Rule = (evidence) => {
  const { layers, plan, writable, outcome, exercise } = evidence
  const train = keptPoint(evidence)?.metric ?? null
  // Weighted losses and scores ask for different things.
  if (!writable.buildModel || outcome !== 'completed' || plan.classWeight !== undefined || train === null) return null
  if (!belowPass(evidence) || !shortOnTraining(evidence) || !isAtRest(evidence)) return null
  const { widths, bent } = hiddenLayers(layers)
  const said = `On its own training rows your network gets ${article(exercise.metric)} ${METRIC_NAMES[exercise.metric]} of ${short(train)}, and the pass bar is ${short(exercise.passBar)}; the loss has come to rest.`
  if (!bent)
    return `${said} ${widths.length === 0 ? 'It has no hidden layer' : 'Its hidden layers have no activation'}, so all it can draw is one straight cut. Put a \`dense\` layer with \`relu\` or \`tanh\` before the last one.`
  if (!suitsRows(evidence) || !hasLearned(evidence) || peakRate(plan) < usualRates(plan.optimizer).slow) return null
  return `${said} So it is too small for the task: its hidden ${widths.length === 1 ? 'layer has' : 'layers have'} ${LIST.format(widths.map(String))} units. Make the narrowest wider, or add a layer; take dropout and l2 back if you use them.`
}

function isAtRest(evidence: Evidence): boolean {
  const fall = lateFall(evidence)
  if (fall === null) return false
  const rates = evidence.plan.learningRates
  const letDown = (rates.at(-1) ?? 0) <= LET_DOWN * peakRate(evidence.plan)
  return fall < (letDown ? NEARLY_AT_REST : AT_REST)
}

function hasLearned(evidence: Evidence): boolean {
  const nothing = ignorantLoss(evidence)
  const last = losses(evidence).at(-1)
  return nothing !== null && last !== undefined && last < HAS_LEARNED * nothing
}

/** For images and sequences the kind of layer matters before its width does. */
function suitsRows({ rows, layers }: Evidence): boolean {
  if (rows.shape.length === 1) return true
  return hasConvolution(layers) || (rows.shape.length === 2 && hasRecurrence(layers))
}
