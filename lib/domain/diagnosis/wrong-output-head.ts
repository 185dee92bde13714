import { activationRange } from '../activation-range.ts'
import type { Evidence, Rule } from './evidence.ts'
import { outputActivation } from './output-activation.ts'
import { belowPass, short } from './read-evidence.ts'

/** Share of the targets' range that has to be out of reach. */
const OUT_OF_REACH = 0.05

/** The last activation cannot say what the task asks for. */
export const wrongOutputHead: Rule = (evidence) => {
  const activation = outputActivation(evidence.layers)
  if (activation === null || !evidence.writable.buildModel || !belowPass(evidence)) return null
  return evidence.labels.kind === 'classes'
    ? forClasses(activation, evidence.labels.names.length, evidence.plan.loss, evidence.confusion !== null)
    : forNumbers(activation, evidence.labels, evidence.plan.scaleTarget === true)
}

function forClasses(activation: string, classes: number, loss: string, scored: boolean): string | null {
  if (!scored || !/Crossentropy$/.test(loss)) return null
  if (classes === 2) {
    if (activation === 'softmax')
      return 'Your last layer is one unit with `softmax`: the outputs of a softmax sum to 1, so a single one always says 1. Use `sigmoid`, which gives the probability of the second class.'
    if (activation !== 'linear' && activation !== 'relu' && activation !== 'tanh') return null
    return `Your last layer ends with \`${activation}\`, so its answer is no probability, and the loss '${loss}' takes the logarithm of one. Use \`sigmoid\` there.`
  }
  if (activation !== 'linear' && activation !== 'relu' && activation !== 'tanh') return null
  return `Your last layer ends with \`${activation}\`, so its ${classes} answers are no probabilities that sum to 1, and the loss '${loss}' takes the logarithm of one. Use \`softmax\` there.`
}

type Numbers = Extract<Evidence['labels'], { kind: 'numbers' }>

function forNumbers(activation: string, { mean, sd, min, max }: Numbers, scaled: boolean): string | null {
  const range = activationRange(activation)
  if (!range || sd === 0) return null
  const [from, to] = scaled ? [(min - mean) / sd, (max - mean) / sd] : [min, max]
  const [low, high] = range
  const margin = OUT_OF_REACH * (to - from)
  if (from >= low - margin && to <= high + margin) return null
  const reach = high === Number.POSITIVE_INFINITY ? `nothing below ${low}` : `only numbers from ${low} to ${high}`
  return `Your last layer ends with \`${activation}\`, which can say ${reach}; the ${scaled ? 'scaled ' : ''}training targets run from ${short(from)} to ${short(to)}. Leave the last layer without an activation.`
}
