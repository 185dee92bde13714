import type { Rule } from './evidence.ts'
import { belowPass, inputsAreNearOne, short } from './read-evidence.ts'

/** L2 norm of a layer's gradient; with inputs and targets near 1 healthy ones stay below 10. */
const HUGE = 1000
const FIRST_EPOCHS = 3

/** A layer's gradient is huge in the first epochs, though neither inputs nor targets are. */
export const explodingGradient: Rule = (evidence) => {
  const { curve, labels, plan, writable } = evidence
  if (!belowPass(evidence) || !inputsAreNearOne(evidence) || !(writable.buildModel || writable.training)) return null
  if (labels.kind === 'numbers' && !plan.scaleTarget && (Math.abs(labels.mean) > 10 || labels.sd > 10)) return null
  const seen = curve
    .slice(0, FIRST_EPOCHS)
    .flatMap(({ epoch, layers }) =>
      layers.flatMap(({ name, gradientNorm }) => (gradientNorm === null ? [] : [{ epoch, name, gradientNorm }])),
    )
  const [worst] = seen.toSorted((a, b) => b.gradientNorm - a.gradientNorm)
  if (!worst || worst.gradientNorm < HUGE) return null
  const advice = writable.buildModel
    ? 'Start from smaller weights (`heNormal` before relu, `glorotNormal` before tanh), or put `batchNormalization` between the layers'
    : 'Take a smaller learning rate'
  return `In epoch ${worst.epoch} the gradient of layer ${worst.name} had a norm of ${short(worst.gradientNorm)}, though your inputs are near 1: it grew on its way through the layers. ${advice}${writable.training ? ', or set `clipNorm: 1`' : ''}.`
}
