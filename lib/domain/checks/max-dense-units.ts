import type { Finding, LayerFacts } from './facts.ts'

export function checkMaxDenseUnits({ layers }: { layers: LayerFacts[] }, { max }: { max: number }): Finding {
  const widths = layers
    .filter(({ className, wraps }) => className === 'Dense' || wraps === 'Dense')
    .map(({ units }) => units ?? 0)
  const widest = Math.max(0, ...widths)
  return widest <= max
    ? { passed: true, measured: `Your widest dense layer has ${widest} units.` }
    : { passed: false, measured: `A dense layer has ${widest} units; at most ${max} are allowed.` }
}
