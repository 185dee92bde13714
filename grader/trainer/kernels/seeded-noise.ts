import type { Tensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'
import type { RandomTensors } from './random-tensors.ts'

interface NoiseLayer {
  stddev: number
  rate: number
  noiseShape?: number[] | null
}
type Call = (this: NoiseLayer, inputs: Tensor | Tensor[], kwargs: { training?: boolean }) => Tensor | Tensor[]

/** What SELU tends to for large negative arguments: −scale · alpha. */
const SELU_FLOOR = -1.6732632423543772 * 1.0507009873554805

/** Lets `gaussianNoise`, `gaussianDropout` and `alphaDropout` draw in libtensorflow; what they do to x stays the same. */
export function installSeededNoise(tf: Tf, random: RandomTensors): void {
  const replace = (example: object, noisy: (layer: NoiseLayer, x: Tensor) => Tensor) => {
    const prototype = Object.getPrototypeOf(example) as { call: Call }
    const stock = prototype.call
    prototype.call = function (inputs, kwargs) {
      // Only gaussianNoise has no rate.
      if (!kwargs.training || this.rate <= 0 || this.rate >= 1) return stock.call(this, inputs, kwargs)
      return tf.tidy(() => noisy(this, (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor))
    }
  }
  replace(tf.layers.gaussianNoise({ stddev: 1 }), ({ stddev }, x) => tf.add(x, tf.mul(random.normal(x.shape), stddev)))
  replace(tf.layers.gaussianDropout({ rate: 0.5 }), ({ rate }, x) =>
    tf.mul(x, tf.add(tf.mul(random.normal(x.shape), Math.sqrt(rate / (1 - rate))), 1)),
  )
  replace(tf.layers.alphaDropout({ rate: 0.5 }), ({ rate, noiseShape }, x) => {
    const kept = tf.greaterEqual(random.uniform(noiseShape ?? x.shape), rate).toFloat()
    const dropped = tf.mul(tf.sub(1, kept), SELU_FLOOR)
    // Scaled and shifted so that mean and variance stay what they were.
    const scale = ((1 - rate) * (1 + rate * SELU_FLOOR ** 2)) ** -0.5
    return tf.add(tf.mul(tf.add(tf.mul(x, kept), dropped), scale), -scale * SELU_FLOOR * rate)
  })
}
