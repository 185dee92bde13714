import type { Scalar, Tensor } from '@tensorflow/tfjs'
import type { Tf } from './tf.ts'

/** Steps between two reads of what the device has worked out: a read waits for the device, so it is not done every step. */
export const STEPS_PER_READ = 32

/** The loss and the predictions of one epoch, held as tensors and read now and then. */
export class Tally {
  private held: { loss: Scalar; prediction: Tensor; rows: number }[] = []
  private lossSum = 0
  private rows = 0
  private readonly read: Float32Array[] = []
  constructor(private readonly tf: Tf) {}

  /** Takes over both tensors. */
  add(loss: Scalar, prediction: Tensor): void {
    this.held.push({ loss, prediction, rows: prediction.shape[0] ?? 0 })
  }

  get due(): boolean {
    return this.held.length >= STEPS_PER_READ
  }

  /** Reads what is held; false when a loss among it is not finite. */
  async flush(): Promise<boolean> {
    const { tf, held } = this
    if (held.length === 0) return Number.isFinite(this.lossSum)
    const [losses, predictions] = tf.tidy(() => [
      tf.stack(held.map(({ loss }) => loss)),
      tf.concat(held.map(({ prediction }) => prediction)),
    ]) as [Tensor, Tensor]
    const lossValues = await losses.data()
    this.read.push((await predictions.data()) as Float32Array)
    held.forEach(({ rows }, i) => {
      this.lossSum += (lossValues[i] as number) * rows
      this.rows += rows
    })
    losses.dispose()
    predictions.dispose()
    this.dispose()
    return Number.isFinite(this.lossSum)
  }

  /** Mean loss of the rows read so far (the last batch may be smaller, so batches are weighted by size). */
  get loss(): number {
    return this.lossSum / this.rows
  }

  /** Predictions in the order they were made. */
  predictions(): Float32Array {
    const all = new Float32Array(this.read.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of this.read) {
      all.set(part, at)
      at += part.length
    }
    return all
  }

  dispose(): void {
    for (const { loss, prediction } of this.held) this.tf.dispose([loss, prediction])
    this.held = []
  }
}
