import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { convolve, gridOf } from '../kit/convolve.ts'
import { KERNEL_NAMES, KERNELS } from './kernels.ts'
import { drawPicture, PICTURE_SIZE, type PictureName } from './pictures.ts'

beforeAll(() => tf.setBackend('cpu'))

describe('convolution', () => {
  it.each(KERNEL_NAMES)('%s gives what TensorFlow.js gives', (name) => {
    const picture = drawPicture('granular')
    const { kernel } = KERNELS[name]
    const theirs = tf
      .conv2d(
        tf.tensor3d([...picture.values], [PICTURE_SIZE, PICTURE_SIZE, 1]),
        tf.tensor4d(kernel.flat(), [3, 3, 1, 1]),
        1,
        'valid',
      )
      .dataSync()
    const ours = convolve(picture, kernel)
    expect([ours.rows, ours.columns]).toEqual([PICTURE_SIZE - 2, PICTURE_SIZE - 2])
    ours.values.forEach((value, i) => {
      expect(value).toBeCloseTo(theirs[i] as number, 5)
    })
  })

  it('finds an edge where it is, and with the sign of its direction', () => {
    const bright = gridOf(8, 8, (row) => (row < 4 ? 0 : 1))
    const { values } = convolve(bright, KERNELS['edge-horizontal'].kernel)
    expect(Math.max(...values)).toBe(4)
    expect(Math.min(...values)).toBe(0)
    expect(convolve(bright, KERNELS['edge-vertical'].kernel).values.every((value) => value === 0)).toBe(true)
  })

  it.each<PictureName>(['layered', 'vein', 'granular', 'digit'])('%s is a picture with light and dark', (name) => {
    const { values } = drawPicture(name)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThanOrEqual(1)
    const mean = values.reduce((sum, value) => sum + value) / values.length
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    expect(spread).toBeGreaterThan(0.15)
    expect(drawPicture(name).values).toEqual(values)
  })
})
