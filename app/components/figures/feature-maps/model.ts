import { FIGURE_ACTIVATIONS } from '#lib/contract/figure.ts'
import type { FirstConvolution } from '#lib/contract/first-convolution.ts'
import { ACTIVATIONS, type Activation } from '../kit/activations.ts'
import { type Grid, gridOf } from '../kit/convolve.ts'

/** One channel of a picture. */
export function pictureOf({ pictures }: FirstConvolution, picture: number, channel = 0): Grid {
  const [, rows, columns, channels] = pictures.shape
  return gridOf(
    rows,
    columns,
    (row, column) => pictures.values[((picture * rows + row) * columns + column) * channels + channel] ?? 0,
  )
}

/** The weights of one filter on one channel. */
export function kernelOf(
  { kernel, kernelSize, filters, pictures }: FirstConvolution,
  filter: number,
  channel = 0,
): Grid {
  const [height, width] = kernelSize
  const channels = pictures.shape[3]
  return gridOf(
    height,
    width,
    (row, column) => kernel[((row * width + column) * channels + channel) * filters + filter] ?? 0,
  )
}

const isKnown = (name: string): name is Activation => (FIGURE_ACTIVATIONS as readonly string[]).includes(name)

/** What one filter makes of a picture: the convolution, its bias, and the layer's own activation. */
export function featureMapOf(layer: FirstConvolution, picture: number, filter: number): Grid {
  const { kernelSize, strides, padding, bias, activation, pictures } = layer
  const [, rows, columns, channels] = pictures.shape
  const [height, width] = kernelSize
  const along = (size: number, kernel: number, stride: number) => {
    const places = padding === 'same' ? Math.ceil(size / stride) : Math.ceil((size - kernel + 1) / stride)
    // "Same" pads as much as the last place needs, the odd pixel after the picture: TensorFlow's rule.
    const before = padding === 'same' ? Math.floor(Math.max(0, (places - 1) * stride + kernel - size) / 2) : 0
    return { places, before }
  }
  const down = along(rows, height, strides[0])
  const across = along(columns, width, strides[1])
  const planes = Array.from({ length: channels }, (_, channel) => ({
    picture: pictureOf(layer, picture, channel),
    kernel: kernelOf(layer, filter, channel),
  }))
  const bend = isKnown(activation) ? ACTIVATIONS[activation].value : (sum: number) => sum
  return gridOf(down.places, across.places, (toRow, toColumn) => {
    let sum = bias[filter] ?? 0
    for (const plane of planes)
      for (let i = 0; i < height; i++)
        for (let j = 0; j < width; j++) {
          const row = toRow * strides[0] - down.before + i
          const column = toColumn * strides[1] - across.before + j
          if (row < 0 || row >= rows || column < 0 || column >= columns) continue
          sum += (plane.picture.values[row * columns + column] ?? 0) * (plane.kernel.values[i * width + j] ?? 0)
        }
    return bend(sum)
  })
}
