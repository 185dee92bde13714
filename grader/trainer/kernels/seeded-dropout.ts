import type { Tensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { RandomTensors } from './random-tensors.ts'

/** x with each number of `noiseShape` (1 where it is shared) dropped with probability `rate`, and the rest scaled up. */
export type DropOut = (x: Tensor, rate: number, noiseShape?: readonly number[] | null) => Tensor

interface DropoutLayer {
  rate: number
  seed?: number
  getNoiseShape(input: Tensor): number[] | null | undefined
}
interface CallArguments {
  training?: boolean
}
type Call<L> = (this: L, inputs: Tensor | Tensor[], kwargs: CallArguments) => Tensor | Tensor[]
interface CellWithDropout {
  dropoutFunc: DropOut | null | undefined
}

/**
 * Draws dropout masks in libtensorflow rather than number by number in
 * JavaScript: in `dropout`, `spatialDropout1d` and the recurrent cells. A layer that has a seed of its own keeps the
 * stock mask, which is the same at every step.
 */
export function installSeededDropout(tf: Tf, random: RandomTensors): DropOut {
  const drop = createDropOut(tf, random)
  const prototype = Object.getPrototypeOf(tf.layers.dropout({ rate: 0.5 })) as { call: Call<DropoutLayer> }
  const stock = prototype.call
  prototype.call = function (inputs, kwargs) {
    if (!kwargs.training || this.seed != null || this.rate <= 0 || this.rate >= 1)
      return stock.call(this, inputs, kwargs)
    const input = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor
    return tf.tidy(() => drop(input, this.rate, this.getNoiseShape(input)))
  }
  for (const cell of [
    tf.layers.simpleRNNCell({ units: 1 }),
    tf.layers.gruCell({ units: 1 }),
    tf.layers.lstmCell({ units: 1 }),
  ]) {
    const prototype = Object.getPrototypeOf(cell) as { call: Call<CellWithDropout> }
    const stock = prototype.call
    prototype.call = function (inputs, kwargs) {
      this.dropoutFunc ??= drop
      return stock.call(this, inputs, kwargs)
    }
  }
  return drop
}

const createDropOut =
  (tf: Tf, random: RandomTensors): DropOut =>
  (x, rate, noiseShape) => {
    const keep = tf.greaterEqual(random.uniform(noiseShape ?? x.shape), rate).toFloat()
    return tf.mul(x, tf.mul(keep, 1 / (1 - rate)))
  }
