import type { Network } from './network.ts'

/** What one layer made of a batch, kept because the way back needs it. [rows][units] where nothing else is said. */
export interface LayerPass {
  /** kernel · input + bias; with batch normalisation, its answer to that. */
  preactivation: Float64Array
  activation: Float64Array
  /** The activation, or what dropout left of it. */
  output: Float64Array
  /** Dropout's factors: 0, or 1 / (1 − rate). Null when nothing is dropped. */
  kept: Float64Array | null
  /** Batch normalisation: the sums at mean 0 and variance 1, and the standard deviation of each unit, [units]. */
  normalized: Float64Array | null
  deviation: Float64Array | null
}

/** Room for a network's answers to at most `maxRows` rows; used again and again, so that training allocates nothing. */
export interface Pass {
  readonly maxRows: number
  readonly layers: readonly LayerPass[]
  /** The gradient on its way back: two buffers that take turns. */
  readonly upstream: [Float64Array, Float64Array]
}

export function createPass({ layers, shape }: Network, maxRows: number): Pass {
  const widest = Math.max(shape.inputs, ...layers.map(({ units }) => units))
  return {
    maxRows,
    layers: layers.map(({ units, moving }) => {
      const activation = new Float64Array(maxRows * units)
      return {
        preactivation: new Float64Array(maxRows * units),
        activation,
        output: activation,
        kept: null,
        normalized: moving && new Float64Array(maxRows * units),
        deviation: moving && new Float64Array(units),
      }
    }),
    upstream: [new Float64Array(maxRows * widest), new Float64Array(maxRows * widest)],
  }
}

/** The network's one answer a row. */
export const predictionOf = ({ layers }: Pass): Float64Array => (layers.at(-1) as LayerPass).activation
/** The same before the head: a sigmoid's logit. */
export const logitOf = ({ layers }: Pass): Float64Array => (layers.at(-1) as LayerPass).preactivation
