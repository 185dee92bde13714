import type { Augmentation } from '../contract/plan.ts'
import { type Rows, sizeOf } from '../contract/rows.ts'
import { augmentRows } from './augment.ts'
import type { Batch } from './gradient-step.ts'
import type { Random } from './seeded-random.ts'
import type { Tf } from './tf.ts'

/** What is trained on: prepared rows, targets as the loss wants them, and the weight of each row. */
export interface FitRows {
  x: Rows
  target: Rows
  weight: Float32Array | null
}

/**
 * The batch of the given rows, as tensors that the caller disposes. Rows are copied here rather than gathered from one
 * large tensor: as quick (a batch is a few hundred kB), and augmentation needs a copy of its own anyway.
 */
export function takeBatch(
  tf: Tf,
  rows: FitRows,
  order: Uint32Array,
  augment: readonly Augmentation[],
  random: Random,
): Batch {
  const x = pick(rows.x, order)
  const rowShape = rows.x.shape.slice(1)
  if (augment.length > 0) augmentRows(x, rowShape, augment, random)
  const { weight } = rows
  return {
    x: tf.tensor(x, [order.length, ...rowShape]),
    target: tf.tensor(pick(rows.target, order), [order.length, ...rows.target.shape.slice(1)]),
    weight: weight && tf.tensor1d(Float32Array.from(order, (row) => weight[row] as number)),
  }
}

function pick(rows: Rows, order: Uint32Array): Float32Array {
  const width = sizeOf(rows.shape.slice(1))
  const picked = new Float32Array(order.length * width)
  order.forEach((row, i) => {
    picked.set(rows.data.subarray(row * width, (row + 1) * width), i * width)
  })
  return picked
}
