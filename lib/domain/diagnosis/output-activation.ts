import type { LayerFacts } from '../checks/facts.ts'

const OF_LAYER: Record<string, string> = { Softmax: 'softmax', ReLU: 'relu' }

/** What the last layer does to its numbers: an activation's name, `linear` for none; null where that cannot be told. */
export function outputActivation(layers: readonly LayerFacts[]): string | null {
  const last = layers.at(-1)
  if (!last) return null
  if (last.className === 'Dense') return last.activation ?? 'linear'
  if (last.className === 'Activation') return last.activation
  return OF_LAYER[last.className] ?? null
}
