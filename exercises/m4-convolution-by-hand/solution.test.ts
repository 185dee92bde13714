import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { compareAnswer } from '../../lib/domain/compare-case.ts'
import { cases } from './cases.ts'
import { functions as flipped } from './mistakes/flipped-kernel.ts'
import { functions } from './solution.ts'

const drawn = cases(seeded(keyedHash('test', 'convolution')), 60)
const argumentsOf = <T extends unknown[]>(fn: string) =>
  drawn.filter((one) => one.fn === fn).map(({ args }) => [args as T] as const)

beforeAll(() => tf.setBackend('cpu'))

const asImage = (image: number[][]) => tf.tensor2d(image).expandDims(-1) as tf.Tensor3D
const close = (expected: unknown, actual: unknown) => expect(compareAnswer(expected, actual)).toEqual({ equal: true })

/** float32 against float64: what remains is rounding at the seventh digit. */
const nearly = (expected: number[][], actual: number[][]) => {
  expect([actual.length, actual[0]?.length]).toEqual([expected.length, expected[0]?.length])
  for (const [row, values] of expected.entries())
    for (const [column, value] of values.entries()) expect(actual[row]?.[column]).toBeCloseTo(value, 4)
}

describe('against TensorFlow.js', () => {
  it.each(argumentsOf<[number[][], number[][], number, number]>('conv2d'))(
    'conv2d %#',
    ([image, kernel, stride, pad]) => {
      const padded = tf.pad(asImage(image), [
        [pad, pad],
        [pad, pad],
        [0, 0],
      ]) as tf.Tensor3D
      const theirs = tf.conv2d(
        padded,
        tf.tensor2d(kernel).expandDims(-1).expandDims(-1) as tf.Tensor4D,
        stride,
        'valid',
      )
      nearly(theirs.squeeze([-1]).arraySync() as number[][], functions.conv2d(image, kernel, stride, pad))
    },
  )

  it.each(argumentsOf<[number[][], number]>('maxPool'))('maxPool %#', ([image, k]) => {
    const theirs = tf.maxPool(asImage(image), k, k, 'valid').squeeze([-1]).arraySync() as number[][]
    nearly(theirs, functions.maxPool(image, k))
  })

  it.each(argumentsOf<[number, number, number]>('countParams'))('countParams %#', ([kernelSize, channels, filters]) => {
    const layer = tf.layers.conv2d({ filters, kernelSize, inputShape: [8, 8, channels] })
    layer.build([null, 8, 8, channels])
    expect(functions.countParams(kernelSize, channels, filters)).toBe(layer.countParams())
  })
})

it('is linear in the kernel: a finite difference is the window’s pixel', () => {
  const [image, kernel] = [
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
    [
      [0.5, -1],
      [2, 0.25],
    ],
  ] as const
  const first = (k: readonly (readonly number[])[]) => functions.conv2d(image as never, k as never, 1, 0)[0]?.[0] ?? 0
  const step = 1e-4
  for (const i of [0, 1])
    for (const j of [0, 1]) {
      const moved = (by: number) => kernel.map((row, r) => row.map((w, c) => w + (r === i && c === j ? by : 0)))
      expect((first(moved(step)) - first(moved(-step))) / (2 * step)).toBeCloseTo(image[i]?.[j] ?? 0, 8)
    }
})

it('answers flipped kernels with the convolution of the textbooks', () => {
  for (const [[image, kernel, stride, pad]] of argumentsOf<[number[][], number[][], number, number]>('conv2d')) {
    const turned = kernel.toReversed().map((row) => row.toReversed())
    close(functions.conv2d(image, turned, stride, pad), flipped.conv2d(image, kernel, stride, pad))
  }
})
