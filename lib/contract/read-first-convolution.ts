import { z } from 'zod'
import type { FirstConvolution } from './first-convolution.ts'
import { type Rows, sizeOf } from './rows.ts'

const Pair = z.tuple([z.number().int().positive(), z.number().int().positive()])

const Conv2d = z.object({
  class_name: z.literal('Conv2D'),
  config: z.object({
    filters: z.number().int().positive(),
    kernel_size: Pair,
    strides: Pair,
    padding: z.enum(['valid', 'same']),
    activation: z.string(),
    use_bias: z.boolean(),
  }),
})
const Layers = z.object({ config: z.object({ layers: z.array(z.object({ class_name: z.string() }).loose()) }) })

interface Kept {
  /** The cleaned topology's text, and the weights in the order of `model.getWeights()`. */
  topology: string
  weights: Float32Array
  pictures: Rows
}

/** The first layer of a kept network and what it needs to be drawn; null where that isn't a convolution of pictures. */
export function readFirstConvolution({ topology, weights, pictures }: Kept): FirstConvolution | null {
  const model = Layers.safeParse(JSON.parse(topology))
  const first = Conv2d.safeParse(model.data?.config.layers.find((layer) => layer.class_name !== 'InputLayer'))
  const [count, rows, columns, channels] = pictures.shape
  if (!first.success || !count || !rows || !columns || !channels) return null
  const { filters, kernel_size: kernelSize, strides, padding, activation, use_bias: useBias } = first.data.config
  // Its weights come first, whatever follows: trainable ones go before the others, layer by layer.
  const kernelLength = sizeOf(kernelSize) * channels * filters
  if (weights.length < kernelLength + (useBias ? filters : 0)) return null
  return {
    filters,
    kernelSize,
    strides,
    padding,
    activation,
    kernel: [...weights.subarray(0, kernelLength)].map(rounded),
    bias: useBias ? [...weights.subarray(kernelLength, kernelLength + filters)].map(rounded) : zeros(filters),
    pictures: { shape: [count, rows, columns, channels], values: [...pictures.data].map(rounded) },
  }
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
/** Five digits are more than a picture of it can show. */
const rounded = (value: number): number => Number(value.toPrecision(5))
