export const ACTIVATIONS = ['tanh', 'relu', 'leakyRelu', 'elu', 'sigmoid', 'linear'] as const
export type ActivationName = (typeof ACTIVATIONS)[number]

export interface Activation {
  at(z: number): number
  /** The derivative at `z`, where `a` is the activation there: most are cheaper to say in terms of it. */
  slope(z: number, a: number): number
}

/** What a leaky ReLU lets through below 0. */
export const LEAK = 0.1

export const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))

export const activations: Record<ActivationName, Activation> = {
  tanh: { at: Math.tanh, slope: (_, a) => 1 - a * a },
  relu: { at: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  leakyRelu: { at: (z) => (z > 0 ? z : LEAK * z), slope: (z) => (z > 0 ? 1 : LEAK) },
  elu: { at: (z) => (z > 0 ? z : Math.expm1(z)), slope: (z, a) => (z > 0 ? 1 : a + 1) },
  sigmoid: { at: sigmoid, slope: (_, a) => a * (1 - a) },
  linear: { at: (z) => z, slope: () => 1 },
}
