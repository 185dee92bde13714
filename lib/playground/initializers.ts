import { normal, type Random } from '../training/seeded-random.ts'

export const INITIALIZERS = [
  'zeros',
  'smallNormal',
  'largeNormal',
  'glorotUniform',
  'glorotNormal',
  'heUniform',
  'heNormal',
] as const
export type InitializerName = (typeof INITIALIZERS)[number]

export const SMALL_SD = 0.01
export const LARGE_SD = 1

/** Draws one weight of a layer with so many inputs and units. */
type Draw = (random: Random, inputs: number, units: number) => number

const uniform = (random: Random, limit: number) => (random() * 2 - 1) * limit

/** Normal, but drawn again when more than two standard deviations away (as TensorFlow.js draws its own). */
function truncated(random: Random, sd: number): number {
  for (;;) {
    const z = normal(random)
    if (Math.abs(z) <= 2) return z * sd
  }
}

/** Glorot keeps the variance of signals and gradients for tanh-like activations, He for ReLU, which drops half of it. */
export const initializers: Record<InitializerName, Draw> = {
  zeros: () => 0,
  smallNormal: (random) => normal(random) * SMALL_SD,
  largeNormal: (random) => normal(random) * LARGE_SD,
  glorotUniform: (random, inputs, units) => uniform(random, Math.sqrt(6 / (inputs + units))),
  glorotNormal: (random, inputs, units) => truncated(random, Math.sqrt(2 / (inputs + units))),
  heUniform: (random, inputs) => uniform(random, Math.sqrt(6 / inputs)),
  heNormal: (random, inputs) => truncated(random, Math.sqrt(2 / inputs)),
}
