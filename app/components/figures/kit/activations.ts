import type { FIGURE_ACTIVATIONS } from '#lib/contract/figure.ts'

export type Activation = (typeof FIGURE_ACTIVATIONS)[number]

interface ActivationFunction {
  value(z: number): number
  /** The derivative. At a kink, the one to the left of it, as TensorFlow.js has it. */
  slope(z: number): number
  formula: string
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

/** Keras' functions, at Keras' defaults: the leaky ReLU leaks 0.3, the ELU bends at 1. */
export const ACTIVATIONS: Record<Activation, ActivationFunction> = {
  linear: { value: (z) => z, slope: () => 1, formula: 'z' },
  step: { value: (z) => (z >= 0 ? 1 : 0), slope: () => 0, formula: '1 if z ≥ 0, else 0' },
  sigmoid: { value: sigmoid, slope: (z) => sigmoid(z) * (1 - sigmoid(z)), formula: '1 / (1 + e⁻ᶻ)' },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2, formula: 'tanh z' },
  relu: { value: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), formula: 'max(0, z)' },
  leakyRelu: { value: (z) => (z > 0 ? z : 0.3 * z), slope: (z) => (z > 0 ? 1 : 0.3), formula: 'max(0.3 z, z)' },
  elu: {
    value: (z) => (z > 0 ? z : Math.expm1(z)),
    slope: (z) => (z > 0 ? 1 : Math.exp(z)),
    formula: 'z if z > 0, else eᶻ − 1',
  },
  // log1p of a small number on both sides: e^z itself overflows at 710.
  softplus: {
    value: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
    slope: sigmoid,
    formula: 'ln(1 + eᶻ)',
  },
}
