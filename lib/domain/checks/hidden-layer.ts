import type { Finding, LayerFacts } from './facts.ts'

/** Layers that pass values on and compute nothing of their own, as far as depth is concerned. */
const ACTIVATION_LAYERS = new Set(['Activation', 'ReLU', 'LeakyReLU', 'PReLU', 'ELU', 'ThresholdedReLU'])

/**
 * Counts dense layers before the last one whose output passes a non-linear function before the next dense layer; with
 * `activation`, this very one.
 */
export function checkHiddenLayer(
  { layers }: { layers: LayerFacts[] },
  { min, activation }: { min: number; activation?: string | undefined },
): Finding {
  const dense = layers.flatMap((layer, at) => (layer.className === 'Dense' ? [at] : []))
  const hidden = dense.slice(0, -1).map((at, i) => layers.slice(at, dense[i + 1]))
  const bent = hidden.filter((stretch) => stretch.some(isNonLinear)).length
  const wanted = activation ? hidden.filter((stretch) => stretch.some((layer) => is(layer, activation))).length : bent
  if (wanted >= min) return { passed: true, measured: `${count(wanted)} with ${activation ?? 'an activation'}.` }
  if (hidden.length > bent)
    return {
      passed: false,
      measured: `${count(hidden.length - bent)} without an activation: linear layers on top of each other are one linear layer.`,
    }
  const kind = activation ? ` with ${activation}` : ''
  return {
    passed: false,
    measured: `Your model has ${count(wanted)}${kind}; ${min} ${min === 1 ? 'is' : 'are'} asked for.`,
  }
}

const is = ({ className, activation }: LayerFacts, wanted: string): boolean =>
  activation === wanted || className.toLowerCase() === wanted.toLowerCase()

function isNonLinear({ className, activation }: LayerFacts): boolean {
  if (className === 'Dense' || className === 'Activation') return activation !== null && activation !== 'linear'
  return ACTIVATION_LAYERS.has(className)
}

const count = (n: number) => (n === 0 ? 'no hidden layer' : `${n} hidden layer${n === 1 ? '' : 's'}`)
