import type { DataType, Tensor, Tensor1D } from '@tensorflow/tfjs'
import type { Augmentation } from '../contract/plan.ts'
import { type Rows, takeRows } from '../contract/rows.ts'
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
    dispose: () => tf.dispose(tensorsOf(all)),
  }
}

/** Each batch is a copy of its rows, changed. */
function augmentedBatches(tf: Tf, rows: FitRows, augment: readonly Augmentation[], random: Random): Batches {
  return {
    take(order) {
      const [changed, target] = [takeRows(rows.x, order), takeRows(rows.target, order)]
      augmentRows(changed.data, changed.shape.slice(1), augment, random)
      const { weight } = rows
      const batch = {
        x: tf.tensor(changed.data, changed.shape),
        target: tf.tensor(target.data, target.shape),
        weight: weight && tf.tensor1d(Float32Array.from(order, (row) => weight[row] as number)),
      }
      return { ...batch, release: () => tf.dispose(tensorsOf(batch)) }
    },
    dispose: () => {},
  }
}

/** Copied: a backend may keep the array it is given. */
export const tensorOf = (tf: Tf, { shape, data }: Rows): Tensor => tf.tensor(data.slice(), shape)

/** A batch as a step's inputs. */
export const tensorsOf = ({ x, target, weight, order }: Batch): Tensor[] => [
  ...[x, target],
  ...(weight ? [weight] : []),
  ...(order ? [order] : []),
]

/** What `tensorsOf` took apart: of the two that may be missing, one has numbers of rows. */
export function batchFrom([x, target, ...rest]: readonly Tensor[]): Batch {
  const ofType = (dtype: DataType) => rest.find((tensor) => tensor.dtype === dtype) as Tensor1D | undefined
  const order = ofType('int32')
  return { x: x as Tensor, target: target as Tensor, weight: ofType('float32') ?? null, ...(order && { order }) }
}

/** The rows that a batch means. */
export const gathered = (tf: Tf, batch: Batch): Batch => {
  const { x, target, weight, order } = batch
  if (!order) return batch
  return { x: tf.gather(x, order), target: tf.gather(target, order), weight: weight && tf.gather(weight, order) }
}

/** The first and the second half of a batch. Of an odd number of rows the first has one more. */
export function halvesOf(tf: Tf, batch: Batch): [Batch, Batch] {
  const { x, target, weight, order } = batch
  const rows = rowsIn(batch)
  const first = Math.ceil(rows / 2)
  const part = (from: number, size: number): Batch => {
    const cut = <T extends Tensor>(tensor: T): T => tf.slice(tensor, from, size)
    return order
      ? { x, target, weight, order: cut(order) }
      : { x: cut(x), target: cut(target), weight: weight && cut(weight) }
  }
  return [part(0, first), part(first, rows - first)]
}

export const rowsIn = ({ x, order }: Batch): number => (order ?? x).shape[0] as number
