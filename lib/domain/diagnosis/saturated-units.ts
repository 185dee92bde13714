import type { Rule } from './evidence.ts'
import { belowPass, keptPoint, percent, shortOnTraining } from './read-evidence.ts'

const NEARLY_ALL = 0.9

/** A hidden tanh or sigmoid layer whose answers nearly all lie at its limits. */
export const saturatedUnits: Rule = (evidence) => {
  if (!belowPass(evidence) || !shortOnTraining(evidence) || !evidence.writable.buildModel) return null
  const layers = keptPoint(evidence)?.layers ?? []
  const [worst] = layers
    .flatMap(({ name, saturatedShare }) => (saturatedShare === null ? [] : [{ name, saturatedShare }]))
    .toSorted((a, b) => b.saturatedShare - a.saturatedShare)
  if (!worst || worst.saturatedShare < NEARLY_ALL) return null
  return `${percent(worst.saturatedShare)} of the answers of layer ${worst.name} lie within 1 % of a limit of its activation, where the slope is next to 0 and nothing more is learned. Begin with smaller weights (\`kernelInitializer: 'glorotNormal'\`), smaller inputs, or use \`relu\`.`
}
