import type { Random } from '../training/seeded-random.ts'
import type { ActivationName } from './activations.ts'
import { type InitializerName, initializers } from './initializers.ts'

/** `sigmoid` says a probability, `linear` any number. */
export type Head = 'sigmoid' | 'linear'

export interface NetworkShape {
  inputs: number
  /** Units of each hidden layer. */
  hidden: readonly number[]
  activation: ActivationName
  /** Between each hidden layer's sum and its activation. */
  batchNorm: boolean
  head: Head
}

/** One layer's parameters, or the gradient of the loss with respect to each: views of one flat vector. */
export interface LayerVectors {
  /** [inputs][units], laid out as Keras does. */
  kernel: Float64Array
  /** [units]; null where batch normalisation follows, which would subtract it again. */
  bias: Float64Array | null
  /** Batch normalisation's scale and shift, [units] each. */
  gamma: Float64Array | null
  beta: Float64Array | null
}

export interface Layer {
  readonly inputs: number
  readonly units: number
  readonly activation: ActivationName
  readonly parameters: LayerVectors
  readonly gradients: LayerVectors
  /** What batch normalisation uses instead of the batch's own statistics once it is asked, not trained. */
  readonly moving: { mean: Float64Array; variance: Float64Array } | null
}

/** A multilayer perceptron with one output. */
export interface Network {
  readonly shape: NetworkShape
  /** All layers' parameters end to end, in the order of `LayerVectors`: what an optimiser moves. */
  readonly parameters: Float64Array
  readonly gradients: Float64Array
  /** The hidden layers, then the output. */
  readonly layers: readonly Layer[]
}

interface LayerPlan {
  inputs: number
  units: number
  activation: ActivationName
  normalized: boolean
}

function planLayers({ inputs, hidden, activation, batchNorm, head }: NetworkShape): LayerPlan[] {
  const widths = [inputs, ...hidden, 1]
  return widths.slice(1).map((units, i) => {
    const isOutput = i === hidden.length
    return {
      inputs: widths[i] as number,
      units,
      activation: isOutput ? head : activation,
      normalized: batchNorm && !isOutput,
    }
  })
}

const sizeOf = ({ inputs, units, normalized }: LayerPlan): number => inputs * units + (normalized ? 2 : 1) * units

export const countParameters = (shape: NetworkShape): number =>
  planLayers(shape).reduce((sum, layer) => sum + sizeOf(layer), 0)

/** All zero, but for what batch normalisation starts from: scale and variance 1. */
export function createNetwork(shape: NetworkShape): Network {
  const size = countParameters(shape)
  const parameters = new Float64Array(size)
  const gradients = new Float64Array(size)
  let at = 0
  const layers = planLayers(shape).map((plan): Layer => {
    const { inputs, units, activation, normalized } = plan
    const layer = {
      inputs,
      units,
      activation,
      parameters: viewsOf(parameters, at, plan),
      gradients: viewsOf(gradients, at, plan),
      moving: normalized ? { mean: new Float64Array(units), variance: new Float64Array(units).fill(1) } : null,
    }
    layer.parameters.gamma?.fill(1)
    at += sizeOf(plan)
    return layer
  })
  return { shape, parameters, gradients, layers }
}

function viewsOf(flat: Float64Array, from: number, { inputs, units, normalized }: LayerPlan): LayerVectors {
  const kernelEnd = from + inputs * units
  const first = flat.subarray(kernelEnd, kernelEnd + units)
  const second = flat.subarray(kernelEnd + units, kernelEnd + 2 * units)
  return {
    kernel: flat.subarray(from, kernelEnd),
    bias: normalized ? null : first,
    gamma: normalized ? first : null,
    beta: normalized ? second : null,
  }
}

/** Draws every kernel; biases stay 0. */
export function initialize({ layers }: Network, initializer: InitializerName, random: Random): void {
  const draw = initializers[initializer]
  for (const { parameters, inputs, units } of layers)
    for (let i = 0; i < parameters.kernel.length; i++) parameters.kernel[i] = draw(random, inputs, units)
}
