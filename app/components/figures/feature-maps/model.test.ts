import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFirstConvolution } from '#lib/contract/read-first-convolution.ts'
import { rowsFrom } from '#lib/contract/rows.ts'
import { parseTopology } from '#lib/contract/topology.ts'
import { featureMapOf } from './model.ts'

beforeAll(() => tf.setBackend('cpu'))

/** A model as a learner builds it, and what a run keeps of it. */
function keep(layers: tf.layers.Layer[], channels: number) {
  const model = tf.sequential({ layers })
  const topology = parseTopology(JSON.stringify(model.toJSON(null, false)))
  if (!topology.ok) throw new Error(topology.message)
  const pictures = tf.randomUniform([3, 9, 8, channels], -1, 1, 'float32', 5)
  const layer = readFirstConvolution({
    topology: JSON.stringify(topology.topology.json),
    weights: Float32Array.from(model.getWeights().flatMap((weight) => [...weight.dataSync()])),
    pictures: rowsFrom(new Uint8Array(pictures.dataSync().buffer.slice(0)), pictures.shape),
  })
  return { model, layer, pictures }
}

const dense = () => [tf.layers.flatten(), tf.layers.dense({ units: 2, activation: 'softmax' })]

describe('feature maps', () => {
  it.each([
    { filters: 4, kernelSize: 3, activation: 'relu', padding: 'valid', strides: 1, channels: 1 },
    { filters: 3, kernelSize: 3, activation: 'tanh', padding: 'same', strides: 1, channels: 3 },
    { filters: 2, kernelSize: 4, activation: 'linear', padding: 'same', strides: 2, channels: 1 },
    { filters: 2, kernelSize: 3, activation: 'relu', padding: 'valid', strides: 2, channels: 2, useBias: false },
  ] as const)('are those of TensorFlow.js: %o', ({ channels, ...config }) => {
    const convolution = tf.layers.conv2d({ inputShape: [9, 8, channels], biasInitializer: 'randomNormal', ...config })
    const { layer, pictures } = keep([convolution, tf.layers.batchNormalization(), ...dense()], channels)
    if (!layer) throw new Error('the first layer is a convolution')
    const theirs = convolution.apply(pictures) as tf.Tensor4D
    const values = theirs.dataSync()
    for (let picture = 0; picture < 3; picture++)
      for (let filter = 0; filter < config.filters; filter++) {
        const map = featureMapOf(layer, picture, filter)
        expect([map.rows, map.columns]).toEqual(theirs.shape.slice(1, 3))
        map.values.forEach((value, at) => {
          const expected = values[(picture * map.values.length + at) * config.filters + filter] as number
          expect(value).toBeCloseTo(expected, 3)
        })
      }
  })

  it('are not there where the network begins with something else', () => {
    expect(keep([tf.layers.flatten({ inputShape: [9, 8, 1] }), tf.layers.dense({ units: 2 })], 1).layer).toBeNull()
  })
})
