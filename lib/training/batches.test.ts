import * as tf from '@tensorflow/tfjs'
import { expect, it } from 'vitest'
import type { Augmentation, TrainingPlan } from '../contract/plan.ts'
import { takeRows } from '../contract/rows.ts'
import { type Batch, batchesOf, type FitRows, gathered, halvesOf } from './batches.ts'
import { createStepper } from './gradient-step.ts'
import { seededRandom } from './seeded-random.ts'

const plan = {
  loss: 'meanSquaredError',
  optimizer: 'adam',
  learningRates: [0.1],
  epochs: 1,
  batchSize: 3,
} as TrainingPlan
const random = seededRandom(1)
const some = (size: number) => Float32Array.from({ length: size }, () => random())
const rows: FitRows = {
  x: { shape: [6, 4, 4, 1], data: some(96) },
  target: { shape: [6, 2], data: some(12) },
  weight: some(6),
}
const ORDERS = [Uint32Array.of(5, 0, 3), Uint32Array.of(1, 4, 2), Uint32Array.of(2, 2)]

function losses(batchOf: (order: Uint32Array) => Batch & { release?(): void }): number[] {
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [4, 4, 1] }),
      tf.layers.dense({ units: 2, kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }) }),
    ],
  })
  const stepper = createStepper(tf, model, plan, [])
  const values = ORDERS.map((order) => {
    const batch = batchOf(order)
    const { loss, prediction } = stepper.step(batch, 0.1, false)
    const [value] = loss.dataSync()
    tf.dispose([loss, prediction])
    batch.release?.()
    return value as number
  })
  stepper.dispose()
  model.dispose()
  return values
}

const picked = (order: Uint32Array): Batch => {
  const tensor = (one: FitRows['x']) => tf.tensor(takeRows(one, [...order]).data, [order.length, ...one.shape.slice(1)])
  return {
    x: tensor(rows.x),
    target: tensor(rows.target),
    weight: tf.tensor1d([...order].map((row) => (rows.weight as Float32Array)[row] as number)),
  }
}

it.each<[string, Augmentation[]]>([
  ['numbers of rows', []],
  ['copies, for an augmentation that changes nothing', [{ op: 'shift', pixels: 0 }]],
])('trains on the rows that it is asked for, given as %s', (_, augment) => {
  const before = tf.memory().numTensors
  const batches = batchesOf(tf, rows, augment, seededRandom(2))
  const trained = losses((order) => batches.take(order))
  batches.dispose()
  expect(tf.memory().numTensors).toBe(before)
  expect(trained).toEqual(losses(picked))
  expect(new Set(trained).size).toBe(ORDERS.length)
})

it.each([2, 5, 6])('comes apart into two halves without losing or moving one of its %i rows', (size) => {
  const order = Uint32Array.of(5, 0, 3, 1, 2, 4).subarray(0, size)
  const batches = batchesOf(tf, rows, [], seededRandom(2))
  for (const batch of [batches.take(order), picked(order)]) {
    const halves = halvesOf(tf, batch).map((half) => gathered(tf, half))
    expect(halves.map(({ x }) => x.shape[0])).toEqual([Math.ceil(size / 2), Math.floor(size / 2)])
    const whole = picked(order)
    for (const part of ['x', 'target', 'weight'] as const) {
      const joined = tf.concat(halves.map((half) => half[part] as tf.Tensor))
      expect(joined.arraySync()).toEqual(whole[part]?.arraySync())
    }
  }
})
