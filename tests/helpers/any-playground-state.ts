import fc from 'fast-check'
import { ACTIVATIONS } from '#lib/playground/activations.ts'
import { DATA_SETS } from '#lib/playground/data-sets.ts'
import { FEATURES } from '#lib/playground/features.ts'
import { INITIALIZERS } from '#lib/playground/initializers.ts'
import { OPTIMIZERS } from '#lib/playground/optimizers.ts'
import { PENALTIES } from '#lib/playground/penalties.ts'
import { MAX_LAYERS, MAX_UNITS, type PlaygroundState } from '#lib/playground/state.ts'

const seed = fc.integer({ min: 0, max: 0xffff })

/** Any state that the schema takes. */
export const anyState: fc.Arbitrary<PlaygroundState> = fc.record({
  data: fc.constantFrom(...DATA_SETS),
  noise: fc.integer({ min: 0, max: 50 }),
  trainShare: fc.integer({ min: 10, max: 90 }),
  batchSize: fc.integer({ min: 1, max: 64 }),
  features: fc.subarray([...FEATURES], { minLength: 1 }),
  layers: fc.array(fc.integer({ min: 1, max: MAX_UNITS }), { maxLength: MAX_LAYERS }),
  activation: fc.constantFrom(...ACTIVATIONS),
  initializer: fc.constantFrom(...INITIALIZERS),
  optimizer: fc.constantFrom(...OPTIMIZERS),
  learningRate: fc.double({ min: 1e-6, max: 10, noNaN: true }),
  penalty: fc.constantFrom(...PENALTIES),
  penaltyRate: fc.double({ min: 0, max: 10, noNaN: true }),
  batchNorm: fc.boolean(),
  dropout: fc.double({ min: 0, max: 0.8, noNaN: true }),
  discretise: fc.boolean(),
  showTest: fc.boolean(),
  dataSeed: seed,
  weightSeed: seed,
})
