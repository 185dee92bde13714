import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawTrace } from '../kit/sensor-trace.ts'
import { influence, stepsRemembered, unroll } from './model.ts'

beforeAll(() => tf.setBackend('cpu'))

const cell = { w: 0.9, u: 0.7 }
const { readings } = drawTrace({ seed: 3, steps: 24 })

describe('unrolled cell', () => {
  it('has the states of a SimpleRNN of TensorFlow.js', () => {
    const layer = tf.layers.simpleRNN({ units: 1, returnSequences: true, inputShape: [readings.length, 1] })
    const model = tf.sequential({ layers: [layer] })
    model.setWeights([tf.tensor2d([[cell.w]]), tf.tensor2d([[cell.u]]), tf.tensor1d([0])])
    const theirs = (model.predict(tf.tensor3d([readings.map((reading) => [reading])])) as tf.Tensor).dataSync()
    unroll(cell, readings).forEach((state, step) => {
      expect(state).toBeCloseTo(theirs[step] as number, 5)
    })
  })

  it('has the influence that finite differences find', () => {
    const step = 1e-6
    const moved = readings.map((reading, i) => (i === 4 ? reading + step : reading))
    const [before, after] = [unroll(cell, readings), unroll(cell, moved)]
    influence(cell, readings, 4).forEach((slope, i) => {
      expect(slope).toBeCloseTo(((after[i] as number) - (before[i] as number)) / step, 4)
    })
  })

  it('forgets sooner with a smaller recurrent weight', () => {
    const remembered = [0.3, 0.6, 0.9].map(
      (u) => stepsRemembered(influence({ w: 0.9, u }, readings, 4), 4) ?? Number.POSITIVE_INFINITY,
    )
    expect(remembered).toEqual([...remembered].sort((a, b) => a - b))
    expect(remembered[0]).toBeLessThan(4)
  })
})
