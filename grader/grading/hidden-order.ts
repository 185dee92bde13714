import { createHash } from 'node:crypto'
import { permutation, seededRandom } from '#lib/training/seeded-random.ts'

export interface HiddenOrder {
  /** Row indices, shuffled. */
  order: number[]
  /** Sizes of the consecutive chunks of `order`; they add up to its length. */
  chunks: number[]
}

/**
 * The order and chunk sizes in which hidden rows meet `prepare`'s function. A learner can't foresee them, because the
 * dataset's hash comes from the installation's secret; a regrade repeats them, because nothing else goes in. A function
 * that scales by the statistics of its chunk therefore spoils its own score.
 */
export function hiddenOrder(count: number, datasetHash: string, sourceHash: string): HiddenOrder {
  const random = seededRandom(createHash('sha256').update(`${datasetHash}:${sourceHash}`).digest().readUInt32LE(0))
  const order = [...permutation(count, random)]
  // Small enough that the statistics of a chunk mislead, large enough that the round trips don't show.
  const largest = Math.max(8, Math.ceil(count / 12))
  const chunks: number[] = []
  for (let left = count; left > 0; ) {
    const size = Math.min(left, 1 + Math.floor(random() * largest))
    chunks.push(size)
    left -= size
  }
  return { order, chunks }
}
