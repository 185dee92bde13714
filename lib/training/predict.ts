import type { LayersModel, Tensor } from '@tensorflow/tfjs'
import type { Rows } from '../contract/rows.ts'
import type { Tf } from './tf.ts'

/** Rows that pass through the model at once outside training: small enough for any model that could be trained. */
const CHUNK = 256

/** What the model answers to x [rows, …]: [rows, outputs]. */
export async function predictRows(tf: Tf, model: LayersModel, x: Tensor, outputs: number): Promise<Rows> {
  const rows = x.shape[0] ?? 0
  const rest = x.shape.slice(1).map(() => 0)
  const data = new Float32Array(rows * outputs)
  for (let from = 0; from < rows; from += CHUNK) {
    const size = [Math.min(CHUNK, rows - from), ...x.shape.slice(1)]
    const prediction = tf.tidy(() => model.apply(tf.slice(x, [from, ...rest], size), { training: false }) as Tensor)
    data.set((await prediction.data()) as Float32Array, from * outputs)
    prediction.dispose()
  }
  return { shape: [rows, outputs], data }
}
