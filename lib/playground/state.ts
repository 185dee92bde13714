import { z } from 'zod'
import { ACTIVATIONS } from './activations.ts'
import { DATA_SETS } from './data-sets.ts'
import { FEATURES } from './features.ts'
import { INITIALIZERS } from './initializers.ts'
import { OPTIMIZERS } from './optimizers.ts'
import { PENALTIES } from './penalties.ts'

export const MAX_LAYERS = 8
export const MAX_UNITS = 8
const SEED_LIMIT = 0xffff

const seed = z.number().int().min(0).max(SEED_LIMIT)

/** Everything that is set on the page: what its address says, and what a session is made from. */
export const PlaygroundState = z.strictObject({
  data: z.enum(DATA_SETS),
  /** Per cent. */
  noise: z.number().int().min(0).max(50),
  /** Per cent of the points that are trained on; the others test. */
  trainShare: z.number().int().min(10).max(90),
  batchSize: z.number().int().min(1).max(64),
  /** In the order of `FEATURES`. */
  features: z.array(z.enum(FEATURES)).min(1).max(FEATURES.length),
  /** Units of each hidden layer. */
  layers: z.array(z.number().int().min(1).max(MAX_UNITS)).max(MAX_LAYERS),
  activation: z.enum(ACTIVATIONS),
  initializer: z.enum(INITIALIZERS),
  optimizer: z.enum(OPTIMIZERS),
  learningRate: z.number().positive().max(10),
  penalty: z.enum(PENALTIES),
  penaltyRate: z.number().min(0).max(10),
  batchNorm: z.boolean(),
  dropout: z.number().min(0).max(0.8),
  discretise: z.boolean(),
  showTest: z.boolean(),
  /** What the points are drawn from, and what the weights are. */
  dataSeed: seed,
  weightSeed: seed,
})
export type PlaygroundState = z.infer<typeof PlaygroundState>

export const DEFAULT_STATE: PlaygroundState = {
  data: 'xor',
  noise: 5,
  trainShare: 50,
  batchSize: 10,
  features: ['x1', 'x2'],
  layers: [4, 2],
  activation: 'tanh',
  initializer: 'glorotUniform',
  optimizer: 'sgd',
  learningRate: 0.1,
  penalty: 'none',
  penaltyRate: 0.001,
  batchNorm: false,
  dropout: 0,
  discretise: false,
  showTest: false,
  dataSeed: 1,
  weightSeed: 1,
}

/** A seed other than this one. */
export const nextSeed = (current: number): number => (current + 1) % (SEED_LIMIT + 1)
