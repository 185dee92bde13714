import { createRequire } from 'node:module'
import type * as TF from '@tensorflow/tfjs'
import { expect, it } from 'vitest'
import { randomTensors } from '#grader/trainer/kernels/random-tensors.ts'
import { SeedSource } from '#grader/trainer/kernels/seed-source.ts'
import { installSeededDropout } from '#grader/trainer/kernels/seeded-dropout.ts'
import { installSeededNoise } from '#grader/trainer/kernels/seeded-noise.ts'
import { loadEngine } from '#grader/trainer/load-engine.ts'
import { withSeededMathRandom } from '#lib/training/seeded-random.ts'

createRequire(import.meta.url)('../../grader/native/util-stand-in.cjs')
const tf = loadEngine()
const random = randomTensors(tf, new SeedSource(tf))
installSeededDropout(tf, random)
installSeededNoise(tf, random)

const SIZE = 100_000
const dropped = (layer: TF.layers.Layer, shape: number[], seed: number, training = true) =>
  withSeededMathRandom(seed, async () => {
    const values = (layer.apply(tf.ones(shape), { training }) as TF.Tensor).dataSync()
    return Float32Array.from(values)
  })

it.each([0.1, 0.5, 0.9])('drops a share of %f and scales the rest up', async (rate) => {
  const values = await dropped(tf.layers.dropout({ rate }), [SIZE], 1)
  const kept = values.filter((value) => value !== 0)
  expect(new Set(kept)).toEqual(new Set([Math.fround(1 / (1 - rate))]))
  // Five standard deviations of a binomial share.
  expect(Math.abs(1 - kept.length / SIZE - rate)).toBeLessThan(5 * Math.sqrt((rate * (1 - rate)) / SIZE))
})

it('draws neighbours independently', async () => {
  const values = await dropped(tf.layers.dropout({ rate: 0.5 }), [SIZE], 2)
  const alike = values.filter((value, i) => value === values[i + 1]).length
  expect(Math.abs(alike / SIZE - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / SIZE))
})

it('gives the same masks for the same seed, other masks for another and from call to call', async () => {
  const layer = tf.layers.dropout({ rate: 0.5 })
  const first = await dropped(layer, [64], 3)
  expect(await dropped(layer, [64], 3)).toEqual(first)
  expect(await dropped(layer, [64], 4)).not.toEqual(first)
  const [one, two] = await withSeededMathRandom(3, async () =>
    [1, 2].map(() => (layer.apply(tf.ones([64]), { training: true }) as TF.Tensor).dataSync()),
  )
  expect(one).toEqual(first)
  expect(two).not.toEqual(first)
})

it('drops whole channels in spatialDropout1d, and nothing outside training', async () => {
  const layer = tf.layers.spatialDropout1d({ rate: 0.5 })
  const values = await dropped(layer, [1, 4, 32], 5)
  for (let channel = 0; channel < 32; channel++)
    expect(new Set([0, 1, 2, 3].map((step) => values[step * 32 + channel])).size).toBe(1)
  expect(new Set(values)).toEqual(new Set([0, 2]))
  expect(new Set(await dropped(layer, [1, 4, 32], 5, false))).toEqual(new Set([1]))
})

const meanOf = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviationOf = (values: Float32Array) => {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
/** Five standard errors of a mean, and of a deviation, of normal numbers. */
const expectNormal = (values: Float32Array, mean: number, deviation: number) => {
  expect(Math.abs(meanOf(values) - mean)).toBeLessThan((5 * deviation) / Math.sqrt(values.length))
  expect(Math.abs(deviationOf(values) - deviation)).toBeLessThan((5 * deviation) / Math.sqrt(2 * values.length))
}

it('adds noise of the deviation asked for, and multiplies by noise around one', async () => {
  expectNormal(await dropped(tf.layers.gaussianNoise({ stddev: 0.3 }), [SIZE], 6), 1, 0.3)
  expectNormal(await dropped(tf.layers.gaussianDropout({ rate: 0.2 }), [SIZE], 7), 1, 0.5)
  for (const layer of [tf.layers.gaussianNoise({ stddev: 0.3 }), tf.layers.gaussianDropout({ rate: 0.2 })])
    expect(new Set(await dropped(layer, [8], 8, false))).toEqual(new Set([1]))
})

it('keeps mean and variance of standard normal numbers in alphaDropout', async () => {
  const layer = tf.layers.alphaDropout({ rate: 0.3 })
  const values = await withSeededMathRandom(9, async () =>
    Float32Array.from((layer.apply(random.normal([SIZE]), { training: true }) as TF.Tensor).dataSync()),
  )
  expect(Math.abs(meanOf(values))).toBeLessThan(5 / Math.sqrt(SIZE))
  // Its tails are not a normal's, so the bound is a plain one.
  expect(Math.abs(deviationOf(values) - 1)).toBeLessThan(0.02)
  // Dropped numbers are all the same one.
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  expect(Math.abs(Math.max(...counts.values()) / SIZE - 0.3)).toBeLessThan(5 * Math.sqrt(0.21 / SIZE))
})
