import type { Tensor, Tensor1D } from '@tensorflow/tfjs'
import type { Augmentation } from '../contract/plan.ts'
import { type Rows, sizeOf } from '../contract/rows.ts'
import { augmentRows } from './augment.ts'
import type { Random } from './seeded-random.ts'
import type { Tf } from './tf.ts'

/** What is trained on: prepared rows, targets as the loss wants them, and the weight of each row. */
export interface FitRows {
  x: Rows
  target: Rows
  weight: Float32Array | null
}

/** What a step trains on: rows, or which of all rows. */
export interface Batch {
  x: Tensor
  /** [rows, outputs] */
  target: Tensor
  /** [rows]; null: all rows weigh 1. */
  weight: Tensor1D | null
  /** int32: the rows of the three above that are meant, in this order. Without it, all. */
  order?: Tensor1D
}

/** The batches of a training, as tensors that stay until `dispose` or, where they are the batch's own, its `release`. */
export interface Batches {
  take(order: Uint32Array): Batch & { release(): void }
  dispose(): void
}

export const batchesOf = (tf: Tf, rows: FitRows, augment: readonly Augmentation[], random: Random): Batches =>
  augment.length > 0 ? augmentedBatches(tf, rows, augment, random) : gatheredBatches(tf, rows)

/** All rows go to the engine once; a batch is their numbers, and the step gathers them itself. */
function gatheredBatches(tf: Tf, { x, target, weight }: FitRows): Batches {
  const all = {
    x: tensorOf(tf, x),
    target: tensorOf(tf, target),
    weight: weight && tf.tensor1d(weight.slice()),
  }
  return {
    take(order) {
      const numbers = tf.tensor1d(Int32Array.from(order), 'int32')
      return { ...all, order: numbers, release: () => numbers.dispose() }
    },
    dispose: () => tf.dispose([all.x, all.target, ...(all.weight ? [all.weight] : [])]),
  }
}

/** Each batch is a copy of its rows, changed. */
function augmentedBatches(tf: Tf, rows: FitRows, augment: readonly Augmentation[], random: Random): Batches {
  const rowShape = rows.x.shape.slice(1)
  return {
    take(order) {
      const changed = pick(rows.x, order)
      augmentRows(changed, rowShape, augment, random)
      const x = tf.tensor(changed, [order.length, ...rowShape])
      const target = tf.tensor(pick(rows.target, order), [order.length, ...rows.target.shape.slice(1)])
      const weight = rows.weight && tf.tensor1d(pick({ shape: [], data: rows.weight }, order))
      return { x, target, weight, release: () => tf.dispose([x, target, ...(weight ? [weight] : [])]) }
    },
    dispose: () => {},
  }
}

/** Copied: a backend may keep the array it is given. */
export const tensorOf = (tf: Tf, { shape, data }: Rows): Tensor => tf.tensor(data.slice(), shape)

function pick(rows: Rows, order: Uint32Array): Float32Array {
  const width = sizeOf(rows.shape.slice(1))
  const picked = new Float32Array(order.length * width)
  order.forEach((row, i) => {
    picked.set(rows.data.subarray(row * width, (row + 1) * width), i * width)
  })
  return picked
}
