import { activationRange } from '../activation-range.ts'
import { outputActivation } from '../diagnosis/output-activation.ts'
import type { Finding, LayerFacts } from './facts.ts'

/** What comes out of the last activation reaches as far as the answers that are asked for. */
export function checkOutputRange(
  { layers }: { layers: LayerFacts[] },
  { low, high }: { low: number; high: number },
): Finding {
  const activation = outputActivation(layers)
  if (activation === null) return { passed: true, measured: 'Nothing limits what your last layer can say.' }
  const range = activationRange(activation)
  if (!range) return { passed: true, measured: `With \`${activation}\` your last layer can say any number.` }
  const [from, to] = range
  const said = to === Number.POSITIVE_INFINITY ? `nothing below ${from}` : `only numbers from ${from} to ${to}`
  return {
    passed: from <= low && to >= high,
    measured: `With \`${activation}\` your last layer can say ${said}; answers from ${low} to ${high} are asked for.`,
  }
}
