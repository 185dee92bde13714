import type { LayersModel, layers } from '@tensorflow/tfjs'
import { leafLayers } from './leaf-layers.ts'

/**
 * Multiplications from which on a step takes less time in two halves of its batch, side by side: of a forward pass, and
 * of one time step of a recurrent layer. Measured; see docs/decisions/0012-two-halves-of-a-batch.md.
 */
const WORTH_IT_A_PASS = 12e6
const WORTH_IT_A_TIME_STEP = 3e5

/**
 * Whether a step should take its batch in two halves, side by side, and add up their gradients. It comes to the same but
 * for rounding, and so never where a row's answer depends on the other rows. It depends on nothing but the model and the
 * size of a batch: the same job takes the same steps anywhere.
 */
export function worthHalving(model: LayersModel, batchSize: number): boolean {
  const all = leafLayers(model)
  // Batch normalisation takes its statistics from the batch; both ways of a bidirectional layer are side by side already.
  if (all.some((layer) => [layer, innerLayer(layer)].some(isOneOf('BatchNormalization', 'Bidirectional')))) return false
  const [recurrent, others] = [all.filter(isRecurrent), all.filter((layer) => !isRecurrent(layer))]
  const pass = others.reduce((sum, layer) => sum + matrixSize(layer) * positions(layer), 0)
  const timeStep = Math.max(0, ...recurrent.map(matrixSize))
  return pass * batchSize >= WORTH_IT_A_PASS || timeStep * batchSize >= WORTH_IT_A_TIME_STEP
}

type Layer = layers.Layer

const innerLayer = (layer: Layer): Layer | null => ('layer' in layer ? (layer.layer as Layer) : null)

const isOneOf =
  (...names: string[]) =>
  (layer: Layer | null): boolean =>
    layer !== null && names.includes(layer.getClassName())

const isRecurrent = (layer: Layer): boolean => 'cell' in layer

/** Numbers in a layer's kernels: what it multiplies at each position. An embedding looks its rows up. */
const matrixSize = (layer: Layer): number =>
  isOneOf('Embedding')(layer)
    ? 0
    : layer.weights.reduce((sum, { shape }) => sum + (shape.length < 2 ? 0 : shape.reduce(times, 1)), 0)

/** Places at which a layer applies its kernel: pixels, time steps; 1 for a dense layer on flat rows. */
function positions({ outputShape }: Layer): number {
  const shape = (Array.isArray(outputShape[0]) ? outputShape[0] : outputShape) as (number | null)[]
  return shape.slice(1, -1).reduce(times, 1)
}

const times = (product: number, n: number | null): number => product * (n ?? 1)
