import type { Finding, LayerFacts } from './facts.ts'

/** At least one layer of the given classes, plain or within a wrapper. */
export function checkHasLayer({ layers }: { layers: LayerFacts[] }, { anyOf }: { anyOf: string[] }): Finding {
  const found = layers.filter(({ className, wraps }) => anyOf.includes(className) || (wraps && anyOf.includes(wraps)))
  if (found.length > 0) return { passed: true, measured: `Found: ${[...new Set(found.map(nameOf))].join(', ')}.` }
  const yours = [...new Set(layers.map(nameOf))].join(', ') || 'none'
  return { passed: false, measured: `Your model has no ${anyOf.join(' or ')} layer; its layers are: ${yours}.` }
}

/** No layer of the given classes, plain or within a wrapper. */
export function checkLacksLayer({ layers }: { layers: LayerFacts[] }, { noneOf }: { noneOf: string[] }): Finding {
  const found = layers.filter(({ className, wraps }) => noneOf.includes(className) || (wraps && noneOf.includes(wraps)))
  if (found.length === 0) return { passed: true, measured: `No ${noneOf.join(', no ')}.` }
  return { passed: false, measured: `Your model has ${[...new Set(found.map(nameOf))].join(', ')}.` }
}

const nameOf = ({ className, wraps }: LayerFacts) => (wraps ? `${className}(${wraps})` : className)
