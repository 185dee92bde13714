import { normal, type Random } from '#lib/training/seeded-random.ts'
import { ACTIVATIONS, type Activation } from './activations.ts'

/** A dense layer: `outputs = f(W · inputs + b)`. Its numbers are windows into the network's one long vector. */
interface Layer {
  inputs: number
  outputs: number
  /** Row by row: all weights into unit 0, then into unit 1, … */
  weights: Float64Array
  biases: Float64Array
  activation: Activation
  /** Where its weights begin in `parameters`; its biases follow them. */
  from: number
}

/** A stack of dense layers. `parameters` is what an optimiser moves. */
export interface Network {
  layers: Layer[]
  parameters: Float64Array
}

/** What one layer did with one row. */
interface LayerTrace {
  inputs: Float64Array
  /** Before the activation function. */
  sums: Float64Array
  outputs: Float64Array
  /** What each output was multiplied with: 1, or a dropout's 0 or 1 / (1 − rate). */
  kept: Float64Array | null
}
export type Trace = LayerTrace[]

/** Draws one weight into a layer of the given size. */
export type Initialiser = (random: Random, inputs: number, outputs: number) => number

export const INITIALISERS = {
  glorotNormal: (random, inputs, outputs) => normal(random) * Math.sqrt(2 / (inputs + outputs)),
  heNormal: (random, inputs) => normal(random) * Math.sqrt(2 / inputs),
} satisfies Record<string, Initialiser>

/** A network of `sizes[0]` inputs; layer i has `sizes[i + 1]` units and `activations[i]`. Biases start at 0. */
export function createNetwork(
  sizes: readonly number[],
  activations: readonly Activation[],
  random: Random,
  initialise: Initialiser = INITIALISERS.glorotNormal,
): Network {
  const sizesOf = activations.map((activation, i) => ({
    activation,
    inputs: sizes[i] as number,
    outputs: sizes[i + 1] as number,
  }))
  const parameters = new Float64Array(sizesOf.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0))
  let from = 0
  const layers = sizesOf.map(({ activation, inputs, outputs }) => {
    const weights = parameters.subarray(from, from + inputs * outputs)
    const biases = parameters.subarray(from + inputs * outputs, from + (inputs + 1) * outputs)
    for (let i = 0; i < weights.length; i++) weights[i] = initialise(random, inputs, outputs)
    const layer = { inputs, outputs, weights, biases, activation, from }
    from += (inputs + 1) * outputs
    return layer
  })
  return { layers, parameters }
}

/** One row through the network. `drop` gives the factor of a hidden unit's output while training with dropout. */
export function forward(
  { layers }: Network,
  row: ArrayLike<number>,
  drop?: (layer: number, unit: number) => number,
): Trace {
  let inputs: Float64Array = Float64Array.from(row)
  return layers.map((layer, depth) => {
    const { value } = ACTIVATIONS[layer.activation]
    const sums = new Float64Array(layer.outputs)
    const outputs = new Float64Array(layer.outputs)
    const kept = drop && depth < layers.length - 1 ? new Float64Array(layer.outputs) : null
    for (let unit = 0; unit < layer.outputs; unit++) {
      let sum = layer.biases[unit] as number
      for (let i = 0; i < layer.inputs; i++)
        sum += (layer.weights[unit * layer.inputs + i] as number) * (inputs[i] as number)
      sums[unit] = sum
      outputs[unit] = value(sum)
      if (kept && drop) {
        kept[unit] = drop(depth, unit)
        outputs[unit] = (outputs[unit] as number) * (kept[unit] as number)
      }
    }
    const trace = { inputs, sums, outputs, kept }
    inputs = outputs
    return trace
  })
}

/** What the last layer gives for one row. */
export const predict = (network: Network, row: ArrayLike<number>): Float64Array =>
  forward(network, row).at(-1)?.outputs ?? new Float64Array()

/**
 * Backpropagation of one row. Takes the loss's slopes by the last layer's outputs, adds the slopes by every parameter to
 * `gradient`, and gives those by each layer's sums (its "deltas"), first layer first.
 */
export function backward(
  { layers }: Network,
  trace: Trace,
  lossSlopes: ArrayLike<number>,
  gradient: Float64Array,
): Float64Array[] {
  const deltas: Float64Array[] = []
  let slopes: Float64Array = Float64Array.from(lossSlopes)
  for (let depth = layers.length - 1; depth >= 0; depth--) {
    const { inputs, outputs, weights, activation, from } = layers[depth] as Layer
    const seen = trace[depth] as LayerTrace
    const { slope } = ACTIVATIONS[activation]
    const below = new Float64Array(inputs)
    const delta = new Float64Array(outputs)
    for (let unit = 0; unit < outputs; unit++) {
      const kept = seen.kept ? (seen.kept[unit] as number) : 1
      const d = (slopes[unit] as number) * kept * slope(seen.sums[unit] as number)
      delta[unit] = d
      for (let i = 0; i < inputs; i++) {
        const at = unit * inputs + i
        gradient[from + at] = (gradient[from + at] as number) + d * (seen.inputs[i] as number)
        below[i] = (below[i] as number) + d * (weights[at] as number)
      }
      const bias = from + inputs * outputs + unit
      gradient[bias] = (gradient[bias] as number) + d
    }
    deltas.unshift(delta)
    slopes = below
  }
  return deltas
}

/** A loss of one output and its target, with the slope by the output. */
export type Loss = (output: number, target: number) => { loss: number; slope: number }

/** Binary cross-entropy of a sigmoid, taken of the sum before it, which no sum is too large for. Targets are 0 and 1. */
export const logisticLoss: Loss = (sum, target) => ({
  loss: ACTIVATIONS.softplus.value(sum) - target * sum,
  slope: ACTIVATIONS.sigmoid.value(sum) - target,
})

export const squaredLoss: Loss = (output, target) => ({ loss: (output - target) ** 2, slope: 2 * (output - target) })

export interface Row {
  x: readonly number[]
  y: number
}

/** The mean loss over rows of a network with one output. */
export const meanLoss = (network: Network, rows: readonly Row[], loss: Loss): number =>
  rows.reduce((sum, { x, y }) => sum + loss(predict(network, x)[0] as number, y).loss, 0) / rows.length

/** Mean loss over rows and its gradient, which is what one step of training needs. */
export function lossGradient(
  network: Network,
  rows: readonly Row[],
  loss: Loss,
  drop?: (layer: number, unit: number) => number,
): { loss: number; gradient: Float64Array } {
  const gradient = new Float64Array(network.parameters.length)
  let total = 0
  for (const { x, y } of rows) {
    const trace = forward(network, x, drop)
    const { loss: own, slope } = loss(trace.at(-1)?.outputs[0] as number, y)
    total += own
    backward(network, trace, [slope / rows.length], gradient)
  }
  return { loss: total / rows.length, gradient }
}
