import type { Rule } from './evidence.ts'
import { belowPass, isFarFromOne, short, shortOnTraining } from './read-evidence.ts'

/** The targets are far from the size of a network's first answers, and the plan leaves them there. */
export const targetsNotScaled: Rule = (evidence) => {
  const { labels, plan, writable } = evidence
  if (labels.kind !== 'numbers' || plan.scaleTarget || !writable.training || !isFarFromOne(labels)) return null
  if (!belowPass(evidence) || !shortOnTraining(evidence)) return null
  return `The training targets have mean ${short(labels.mean)} and standard deviation ${short(labels.sd)}, and your training plan leaves them so. A network's first answers are near 0: it has to climb there by small steps before it can learn anything else. Set \`scaleTarget: true\` in \`training\`; its answers are scaled back before they are scored.`
}
