import type { Tensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import { type NativeBackend, nativeBackend } from './native-backend.ts'
import type { SeedSource } from './seed-source.ts'

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
 * Draws dropout masks in libtensorflow (Philox, keyed by a seed for each mask) rather than number by number in
 * JavaScript: in `dropout`, `spatialDropout1d` and the recurrent cells. A layer that has a seed of its own keeps the
 * stock mask, which is the same at every step.
 */
export function installSeededDropout(tf: Tf, seeds: SeedSource): DropOut {
  const drop = createDropOut(tf, nativeBackend(tf), seeds)
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

function createDropOut(tf: Tf, backend: NativeBackend, seeds: SeedSource): DropOut {
  const { binding } = backend
  const attributes = [
    { name: 'dtype', type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT },
    { name: 'T', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
    { name: 'Tseed', type: binding.TF_ATTR_TYPE, value: binding.TF_INT32 },
  ]
  const uniform = (shape: readonly number[]) =>
    backend.executeSingleOutput('StatelessRandomUniform', attributes, [tf.tensor1d([...shape], 'int32'), seeds.draw()])
  return (x, rate, noiseShape) => {
    const keep = tf.greaterEqual(uniform(noiseShape ?? x.shape) as Tensor, rate).toFloat()
    return tf.mul(x, tf.mul(keep, 1 / (1 - rate)))
  }
}
