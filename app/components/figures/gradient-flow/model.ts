import { normal, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import { backward, createNetwork, forward, type Initialiser } from '../kit/small-network.ts'

export const FLOW_ACTIVATIONS = ['sigmoid', 'tanh', 'relu'] as const
export type FlowActivation = (typeof FLOW_ACTIVATIONS)[number]

export const FLOW_INITIALISERS = {
  'normal-0.05': { label: 'N(0, 0.05)', draw: (random) => 0.05 * normal(random) },
  'normal-1': { label: 'N(0, 1)', draw: (random) => normal(random) },
  glorot: { label: 'Glorot', draw: (random, inputs, outputs) => normal(random) * Math.sqrt(2 / (inputs + outputs)) },
  he: { label: 'He', draw: (random, inputs) => normal(random) * Math.sqrt(2 / inputs) },
} as const satisfies Record<string, { label: string; draw: Initialiser }>
export type FlowInitialiser = keyof typeof FLOW_INITIALISERS

export const WIDTH = 32
const ROWS = 48

/** One layer of a freshly drawn network, over a batch of rows. */
export interface LayerFlow {
  /** Standard deviation of its outputs. */
  spread: number
  /** Root mean square of the loss's slopes by its sums: what is left to learn from. */
  gradient: number
}

export interface FlowSetting {
  layers: number
  activation: FlowActivation
  initialiser: FlowInitialiser
  seed: number
}

/**
 * Standard normal rows through `layers` layers of 32 units, and slopes of size 1 sent back from the last: no training, only
 * what the first step would meet.
 */
export function measureFlow({ layers, activation, initialiser, seed }: FlowSetting): LayerFlow[] {
  const random: Random = seededRandom(seed, 'flow')
  const sizes = Array.from({ length: layers + 1 }, () => WIDTH)
  const activations = Array.from({ length: layers }, () => activation)
  const network = createNetwork(sizes, activations, random, FLOW_INITIALISERS[initialiser].draw)
  const gradient = new Float64Array(network.parameters.length)
  const totals = activations.map(() => ({ sum: 0, squares: 0, slopes: 0 }))
  for (let row = 0; row < ROWS; row++) {
    const trace = forward(
      network,
      Array.from({ length: WIDTH }, () => normal(random)),
    )
    const deltas = backward(
      network,
      trace,
      Array.from({ length: WIDTH }, () => normal(random)),
      gradient,
    )
    totals.forEach((total, i) => {
      for (const output of trace[i]?.outputs ?? []) {
        total.sum += output
        total.squares += output * output
      }
      for (const delta of deltas[i] ?? []) total.slopes += delta * delta
    })
  }
  const count = ROWS * WIDTH
  return totals.map(({ sum, squares, slopes }) => ({
    spread: Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)),
    gradient: Math.sqrt(slopes / count),
  }))
}
