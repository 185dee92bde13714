import { describe, expect, it } from 'vitest'
import { type FlowActivation, type FlowInitialiser, measureFlow } from './model.ts'

/** How much of the gradient at the last layer is left at the first. */
function share(activation: FlowActivation, initialiser: FlowInitialiser, layers = 10): number {
  const flow = measureFlow({ layers, activation, initialiser, seed: 1 })
  return (flow[0]?.gradient ?? Number.NaN) / (flow.at(-1)?.gradient ?? Number.NaN)
}

describe('gradient flow', () => {
  it('vanishes with small weights and with the sigmoid', () => {
    expect(share('tanh', 'normal-0.05')).toBeLessThan(1e-4)
    expect(share('sigmoid', 'glorot')).toBeLessThan(1e-4)
  })

  it('explodes with large weights and ReLU', () => {
    expect(share('relu', 'normal-1')).toBeGreaterThan(1e4)
  })

  it('keeps its size with He and ReLU, and with Glorot and tanh', () => {
    for (const kept of [share('relu', 'he'), share('tanh', 'glorot')]) {
      expect(kept).toBeGreaterThan(0.1)
      expect(kept).toBeLessThan(10)
    }
  })

  it('keeps the spread of the outputs that He promises: √(1/2 − 1/2π) of the sums’', () => {
    const spreads = measureFlow({ layers: 6, activation: 'relu', initialiser: 'he', seed: 2 }).map(
      ({ spread }) => spread,
    )
    for (const spread of spreads) {
      expect(spread).toBeGreaterThan(0.4)
      expect(spread).toBeLessThan(1.6)
    }
  })
})
