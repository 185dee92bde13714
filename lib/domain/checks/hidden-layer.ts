import type { Finding, LayerFacts } from './facts.ts'

/** Layers that pass values on and compute nothing of their own, as far as depth is concerned. */
const ACTIVATION_LAYERS = new Set(['Activation', 'ReLU', 'LeakyReLU', 'PReLU', 'ELU', 'ThresholdedReLU'])

/** Counts dense layers before the last one whose output passes a non-linear function before the next dense layer. */
export function checkHiddenLayer({ layers }: { layers: LayerFacts[] }, { min }: { min: number }): Finding {
  const dense = layers.flatMap((layer, at) => (layer.className === 'Dense' ? [at] : []))
  const hidden = dense.slice(0, -1)
  const bent = hidden.filter((at, i) => layers.slice(at, dense[i + 1]).some(isNonLinear)).length
  if (bent >= min) return { passed: true, measured: `${count(bent)} with an activation.` }
  return {
    passed: false,
    measured:
      hidden.length > bent
        ? `${count(hidden.length - bent)} without an activation: linear layers on top of each other are one linear layer.`
        : `Your model has ${count(bent)}; ${min} ${min === 1 ? 'is' : 'are'} asked for.`,
  }
}

function isNonLinear({ className, activation }: LayerFacts): boolean {
  if (className === 'Dense' || className === 'Activation') return activation !== null && activation !== 'linear'
  return ACTIVATION_LAYERS.has(className)
}

const count = (n: number) => (n === 0 ? 'no hidden layer' : `${n} hidden layer${n === 1 ? '' : 's'}`)
