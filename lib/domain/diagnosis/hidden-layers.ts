import type { LayerFacts } from '../checks/facts.ts'

/** Layers that are not linear by themselves. */
const BENDS = /^(ReLU|LeakyReLU|PReLU|ELU|ThresholdedReLU|Softmax|(Global)?MaxPooling\dD)$/
const RECURRENT = new Set(['SimpleRNN', 'GRU', 'LSTM'])

export interface HiddenLayers {
  /** Widths of the layers with weights before the last one. */
  widths: number[]
  /** Somewhere before the last layer with weights, values pass something that is not linear. */
  bent: boolean
}

/** What stands before the last layer that has a width. */
export function hiddenLayers(layers: readonly LayerFacts[]): HiddenLayers {
  const head = layers.findLastIndex(({ units }) => units !== null)
  const before = layers.slice(0, Math.max(0, head))
  return { widths: before.flatMap(({ units }) => units ?? []), bent: before.some(isBent) }
}

function isBent({ className, wraps, activation }: LayerFacts): boolean {
  if (RECURRENT.has(wraps ?? className) || BENDS.test(className)) return true
  return activation !== null && activation !== 'linear'
}

export const hasConvolution = (layers: readonly LayerFacts[]): boolean =>
  layers.some(({ className, wraps }) => /Conv\dD/.test(wraps ?? className))

export const hasRecurrence = (layers: readonly LayerFacts[]): boolean =>
  layers.some(({ className, wraps }) => RECURRENT.has(wraps ?? className))
