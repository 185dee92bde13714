import type { Conv2DAttrs, GradConfig, LayerVariable, layers, Tensor, Tensor4D } from '@tensorflow/tfjs'
import type { Tf } from './tf.ts'

type Pair = [number, number]

/** Numbers of a kernel with its zeros: 0.2 GB. */
const MAX_SPREAD = 50_000_000

const installed = new WeakSet<GradConfig>()

/**
 * TensorFlow.js has no gradient of a dilated convolution. A kernel dilated by d is a plain one with d - 1 zeros between
 * its numbers, so its gradient is that of the plain kernel, read where no zero was put in.
 */
export function installDilatedGradient(tf: Tf): void {
  const stock = tf.getGradient('Conv2D')
  if (installed.has(stock)) return
  const gradient: GradConfig = {
    ...stock,
    gradFunc: (dy, saved, attributes) => {
      const { dilations, ...rest } = attributes as unknown as Conv2DAttrs
      const by: Pair = typeof dilations === 'number' ? [dilations, dilations] : dilations
      if (by[0] === 1 && by[1] === 1) return stock.gradFunc(dy, saved, attributes)
      const [x, kernel] = saved as [Tensor4D, Tensor4D]
      const plain = { ...rest, dilations: [1, 1] } as unknown as typeof attributes
      const gradients = stock.gradFunc(dy, [x, spread(tf, kernel, by)], plain)
      return {
        ...gradients,
        filter: () => gathered(tf, gradients.filter?.() as Tensor4D, kernel.shape, by),
      }
    },
  }
  installed.add(gradient)
  tf.unregisterGradient('Conv2D')
  tf.registerGradient(gradient)
  leaveUnfused(tf)
}

/** What a conv2d layer of TensorFlow.js has inside. */
interface Conv2DLayer {
  kernel: LayerVariable
  bias: LayerVariable | null
  activation: { apply(x: Tensor): Tensor } | null
  strides: Pair
  padding: 'valid' | 'same'
  dilationRate: Pair
  dataFormat: 'channelsFirst' | 'channelsLast'
}

/** A layer without activation convolves and adds its bias in one operation, whose gradient is another. */
function leaveUnfused(tf: Tf): void {
  const prototype = Object.getPrototypeOf(tf.layers.conv2d({ filters: 1, kernelSize: 1 })) as layers.Layer
  const stock = prototype.call
  prototype.call = function (this: layers.Layer & Conv2DLayer, inputs, kwargs) {
    const dilated = this.dilationRate.some((rate) => rate !== 1)
    if (!dilated || this.dataFormat === 'channelsFirst') return stock.call(this, inputs, kwargs)
    return tf.tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs) as Tensor4D
      const kernel = this.kernel.read() as Tensor4D
      const convolved: Tensor = tf.conv2d(x, kernel, this.strides, this.padding, 'NHWC', this.dilationRate)
      const biased = this.bias ? tf.add<Tensor>(convolved, this.bias.read()) : convolved
      return this.activation ? this.activation.apply(biased) : biased
    })
  }
}

/** The kernel with zeros between its rows and between its columns. */
function spread(tf: Tf, kernel: Tensor4D, [down, across]: Pair): Tensor4D {
  const [rows, columns, from, to] = kernel.shape
  const [height, width] = [spreadSize(rows, down), spreadSize(columns, across)]
  if (height * width * from * to > MAX_SPREAD)
    throw new Error(`a kernel of ${rows}×${columns} dilated by ${down}×${across} is too large to train`)
  const padded = kernel.reshape([rows, 1, columns, 1, from * to]).pad([
    [0, 0],
    [0, down - 1],
    [0, 0],
    [0, across - 1],
    [0, 0],
  ])
  return tf.slice(
    padded.reshape<Tensor4D>([rows * down, columns * across, from, to]),
    [0, 0, 0, 0],
    [height, width, from, to],
  )
}

/** The inverse of `spread`: what lies where the kernel's own numbers went. */
function gathered(tf: Tf, wide: Tensor4D, shape: Tensor4D['shape'], [down, across]: Pair): Tensor {
  const [rows, columns, from, to] = shape
  const padded = wide.pad([
    [0, rows * down - spreadSize(rows, down)],
    [0, columns * across - spreadSize(columns, across)],
    [0, 0],
    [0, 0],
  ])
  const cells = padded.reshape([rows, down, columns, across, from * to])
  return tf.slice(cells, [0, 0, 0, 0, 0], [rows, 1, columns, 1, from * to]).reshape(shape)
}

const spreadSize = (size: number, by: number): number => (size - 1) * by + 1
