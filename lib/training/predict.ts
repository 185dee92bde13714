import type { LayersModel, Tensor } from '@tensorflow/tfjs'
import { type Rows, sliceRows } from '../contract/rows.ts'
import type { Tf } from './tf.ts'

/** Rows that pass through the model at once outside training: small enough for any model that could be trained. */
const CHUNK = 256

/** What the model answers, [rows, outputs]. */
export async function predictRows(tf: Tf, model: LayersModel, x: Rows, outputs: number): Promise<Rows> {
  const rows = x.shape[0] ?? 0
  const data = new Float32Array(rows * outputs)
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(rows, from + CHUNK)
    const chunk = sliceRows(x, from, to)
    // Copied: a backend may keep the array it is given.
    const prediction = tf.tidy(
      () => model.apply(tf.tensor(chunk.data.slice(), chunk.shape), { training: false }) as Tensor,
    )
    data.set((await prediction.data()) as Float32Array, from * outputs)
    prediction.dispose()
  }
  return { shape: [rows, outputs], data }
}
