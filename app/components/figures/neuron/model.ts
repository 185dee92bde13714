import { ACTIVATIONS, type Activation } from '../kit/activations.ts'
import { drawClouds, type LabelledPoint } from '../kit/clouds.ts'

/** One neuron of two inputs: `f(w₁x₁ + w₂x₂ + b)`. */
export interface Neuron {
  w: readonly [number, number]
  b: number
  activation: Activation
}

export const sumOf = ({ w, b }: Neuron, [x1, x2]: readonly [number, number]): number => w[0] * x1 + w[1] * x2 + b

export const outputOf = (neuron: Neuron, x: readonly [number, number]): number =>
  ACTIVATIONS[neuron.activation].value(sumOf(neuron, x))

/** The neuron says class 1 on the side of its line that its weights point to. */
export const saysOne = (neuron: Neuron, x: readonly [number, number]): boolean => sumOf(neuron, x) >= 0

export const isWrong = (neuron: Neuron, { x, y }: LabelledPoint): boolean => saysOne(neuron, x) !== (y === 1)

/** Rows that a line can tell apart, though not the line that the figure starts with. */
export const POINTS = drawClouds({ seed: 5, each: 16, middle: [0.34, 0.3], spread: 0.2 })

/** An output as a colour from −1 to 1: 0 lies where the neuron is undecided. */
export function shadeOf(neuron: Neuron, x: readonly [number, number]): number {
  const output = outputOf(neuron, x)
  return neuron.activation === 'step' || neuron.activation === 'sigmoid' ? output * 2 - 1 : output
}
