import type { LayerRow, WeightRow } from './layer-table.ts'
import type { Config } from './model-json.ts'

/**
 * TensorFlow.js's hard sigmoid is clip(x/5 + 1/2, 0, 1), Keras 3's is clip(x/6 + 1/2, 0, 1): the first of x is the second
 * of 6x/5. What goes into an activation is a sum of weighted inputs, so that scaled weights give the same network.
 */
export const TO_KERAS = 6 / 5
export const FROM_KERAS = 5 / 6

export const HARD_SIGMOID = 'hard_sigmoid'

/** Whether a hard sigmoid under this key takes sums of weights alone. */
export const takesScaledSums = (row: LayerRow, key: string): boolean =>
  row.weights?.some(({ feeds }) => feeds?.includes(key)) ?? false

/** The weight's values, with those that go into a hard sigmoid multiplied. */
export function scaleForHardSigmoid(
  { feeds }: WeightRow,
  config: Config,
  { shape, values }: { shape: readonly number[]; values: Float32Array },
  factor: number,
): Float32Array {
  if (!feeds?.some((key) => key !== null && config[key] === HARD_SIGMOID)) return values
  const last = shape.at(-1) ?? 1
  const width = last / feeds.length
  return values.map((value, i) => {
    const key = feeds[Math.floor((i % last) / width)]
    return key && config[key] === HARD_SIGMOID ? value * factor : value
  })
}
