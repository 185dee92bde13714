import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createOptimizer, OPTIMIZERS } from './optimizers.ts'

beforeAll(() => tf.setBackend('cpu'))

describe('optimizers', () => {
  const REFERENCES = {
    sgd: () => tf.train.sgd(0.1),
    momentum: () => tf.train.momentum(0.1, 0.9),
    rmsprop: () => tf.train.rmsprop(0.1, 0.9, 0, 1e-7),
    adagrad: () => tf.train.adagrad(0.1, 0.1),
    adam: () => tf.train.adam(0.1, 0.9, 0.999, 1e-7),
  }

  it.each(OPTIMIZERS)('%s walks as that of TensorFlow.js', (name) => {
    const reference = REFERENCES[name]()
    const variable = tf.variable(tf.tensor1d([1, -2]))
    const ours = Float64Array.from([1, -2])
    const step = createOptimizer(name, 2)
    for (let i = 0; i < 20; i++) {
      reference.minimize(() =>
        variable
          .square()
          .mul(tf.tensor1d([1, 3]))
          .sum()
          .asScalar(),
      )
      step(ours, Float64Array.from([2 * (ours[0] as number), 6 * (ours[1] as number)]), 0.1)
    }
    const theirs = variable.arraySync()
    expect(ours[0]).toBeCloseTo(theirs[0] as number, 3)
    expect(ours[1]).toBeCloseTo(theirs[1] as number, 3)
  })
})
