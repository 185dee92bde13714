import type { Layer, LayerVectors } from './network.ts'
import type { LayerPass } from './pass.ts'

/** Keras's defaults. */
export const EPSILON = 1e-3
export const MOMENTUM = 0.99

type Vectors = LayerVectors & { gamma: Float64Array; beta: Float64Array }
type Moving = NonNullable<Layer['moving']>
type Normalized = LayerPass & { normalized: Float64Array; deviation: Float64Array }

/** Training: each unit's sums over the batch to mean 0 and variance 1, then scaled and shifted as learnt. */
export function normalizeBatch(layer: Layer, pass: LayerPass, rows: number): void {
  const { units } = layer
  const { gamma, beta } = layer.parameters as Vectors
  const moving = layer.moving as Moving
  const { preactivation: sums, normalized, deviation } = pass as Normalized
  for (let unit = 0; unit < units; unit++) {
    let mean = 0
    for (let row = 0; row < rows; row++) mean += sums[row * units + unit] as number
    mean /= rows
    let variance = 0
    for (let row = 0; row < rows; row++) variance += ((sums[row * units + unit] as number) - mean) ** 2
    variance /= rows
    deviation[unit] = Math.sqrt(variance + EPSILON)
    for (let row = 0; row < rows; row++) {
      const i = row * units + unit
      normalized[i] = ((sums[i] as number) - mean) / (deviation[unit] as number)
      sums[i] = (normalized[i] as number) * (gamma[unit] as number) + (beta[unit] as number)
    }
    moving.mean[unit] = MOMENTUM * (moving.mean[unit] as number) + (1 - MOMENTUM) * mean
    moving.variance[unit] = MOMENTUM * (moving.variance[unit] as number) + (1 - MOMENTUM) * variance
  }
}

/** Inference: by the statistics gathered while training, so that an answer does not depend on the rows beside it. */
export function normalizeByMoving(layer: Layer, { preactivation: sums }: LayerPass, rows: number): void {
  const { units } = layer
  const { gamma, beta } = layer.parameters as Vectors
  const { mean, variance } = layer.moving as Moving
  for (let unit = 0; unit < units; unit++) {
    const scale = (gamma[unit] as number) / Math.sqrt((variance[unit] as number) + EPSILON)
    const shift = (beta[unit] as number) - scale * (mean[unit] as number)
    for (let row = 0; row < rows; row++) sums[row * units + unit] = scale * (sums[row * units + unit] as number) + shift
  }
}

/**
 * The way back through `normalizeBatch`, in place: from the gradient of its answers to that of its sums. Mean and
 * variance depend on every row, which is why each row's gradient loses the batch's mean of it, and its share along x̂.
 */
export function normalizeBack(layer: Layer, pass: LayerPass, upstream: Float64Array, rows: number): void {
  const { units } = layer
  const { gamma } = layer.parameters as Vectors
  const gradients = layer.gradients as Vectors
  const { normalized, deviation } = pass as Normalized
  for (let unit = 0; unit < units; unit++) {
    let sum = 0
    let along = 0
    for (let row = 0; row < rows; row++) {
      const i = row * units + unit
      sum += upstream[i] as number
      along += (upstream[i] as number) * (normalized[i] as number)
    }
    gradients.beta[unit] = sum
    gradients.gamma[unit] = along
    const scale = (gamma[unit] as number) / (deviation[unit] as number)
    for (let row = 0; row < rows; row++) {
      const i = row * units + unit
      upstream[i] = scale * ((upstream[i] as number) - sum / rows - ((normalized[i] as number) * along) / rows)
    }
  }
}
