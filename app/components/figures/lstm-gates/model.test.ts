import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawTrace } from '../kit/sensor-trace.ts'
import { runLstm } from './model.ts'
import weights from './weights.json'

beforeAll(() => tf.setBackend('cpu'))

const STEPS = 40

describe('lstm', () => {
  it('gives what an LSTM of TensorFlow.js with the same weights gives', () => {
    const { readings } = drawTrace({ seed: 3, steps: STEPS })
    const { units, kernel, recurrent, bias, head } = weights
    const model = tf.sequential({
      layers: [
        tf.layers.lstm({ units, returnSequences: true, inputShape: [STEPS, 1], recurrentActivation: 'sigmoid' }),
        tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1, activation: 'sigmoid' }) }),
      ],
    })
    model.setWeights([
      tf.tensor2d(kernel),
      tf.tensor2d(recurrent),
      tf.tensor1d(bias),
      tf.tensor2d(head.weights, [units, 1]),
      tf.tensor1d([head.bias]),
    ])
    const theirs = (model.predict(tf.tensor3d([readings.map((reading) => [reading])])) as tf.Tensor).dataSync()
    runLstm(weights, readings).forEach(({ answer }, step) => {
      expect(answer).toBeCloseTo(theirs[step] as number, 4)
    })
  })

  it('knows on traces it never saw whether the machine runs, long after the jolt', () => {
    let right = 0
    let steps = 0
    for (let seed = 1; seed <= 60; seed++) {
      const { readings, running } = drawTrace({ seed, steps: 48 })
      runLstm(weights, readings).forEach(({ answer }, step) => {
        if (answer > 0.5 === (running[step] === 1)) right += 1
        steps += 1
      })
    }
    expect(right / steps).toBeGreaterThan(0.97)
  })
})
