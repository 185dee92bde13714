import type { Rule } from './evidence.ts'
import { belowPass, keptPoint, percent } from './read-evidence.ts'

const MOST = 0.8

/** A layer most of whose relu units are silent on every row looked at. */
export const deadRelu: Rule = (evidence) => {
  if (!belowPass(evidence) || !(evidence.writable.buildModel || evidence.writable.training)) return null
  const layers = keptPoint(evidence)?.layers ?? []
  const [worst] = layers
    .flatMap(({ name, deadShare }) => (deadShare === null ? [] : [{ name, deadShare }]))
    .toSorted((a, b) => b.deadShare - a.deadShare)
  if (!worst || worst.deadShare < MOST) return null
  return `In layer ${worst.name}, ${percent(worst.deadShare)} of the relu units answer 0 to every training row that was looked at. A unit that is always 0 has no gradient, so it stays as it is. Try ${evidence.writable.training ? 'a smaller learning rate, or ' : ''}\`kernelInitializer: 'heNormal'\`, or \`leakyReLU\` layers.`
}
