import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { parseTopology } from './topology.ts'

const textOf = (model: tf.LayersModel) => JSON.stringify(model.toJSON(null, false))
const dense = (config: object, className = 'Dense') =>
  JSON.stringify({ class_name: 'Sequential', config: { name: 's', layers: [{ class_name: className, config }] } })

describe('parseTopology', () => {
  it('describes the layers of a sequential model, wrapped ones included', () => {
    const model = tf.sequential({
      layers: [
        tf.layers.bidirectional({ layer: tf.layers.gru({ units: 3 }), inputShape: [5, 2] } as never),
        tf.layers.dense({ units: 4, activation: 'relu' }),
        tf.layers.dense({ units: 2, useBias: false, kernelRegularizer: tf.regularizers.l2({ l2: 0.01 }) }),
        tf.layers.dropout({ rate: 0.5 }),
        tf.layers.dense({ units: 1, kernelRegularizer: tf.regularizers.l1l2({ l1: 0, l2: 0 }) }),
      ],
    })
    const result = parseTopology(textOf(model))
    expect(result.ok && result.topology.layers).toMatchObject([
      { className: 'Bidirectional', wraps: 'GRU', units: 3, activation: 'tanh' },
      { className: 'Dense', wraps: null, units: 4, activation: 'relu', useBias: true, regularised: false },
      { className: 'Dense', units: 2, useBias: false, regularised: true },
      { className: 'Dropout', units: null, useBias: null, regularised: false },
      // A penalty that weighs nothing is none.
      { className: 'Dense', units: 1, regularised: false },
    ])
  })

  it('leaves input layers out and looks into nested models', () => {
    const inner = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] })
    const input = tf.input({ shape: [3] })
    const output = tf.layers.dense({ units: 1 }).apply(inner.apply(input)) as tf.SymbolicTensor
    const result = parseTopology(textOf(tf.model({ inputs: input, outputs: output })))
    expect(result.ok && result.topology.layers.map(({ units }) => units)).toEqual([2, 1])
  })

  it('refuses a graph that cannot be called in any order, and one with calls without end', () => {
    const graph = (calls: unknown[]) =>
      JSON.stringify({
        class_name: 'Model',
        config: {
          layers: [
            { class_name: 'InputLayer', config: { name: 'in' }, inbound_nodes: [] },
            { class_name: 'Dense', config: { name: 'a', units: 1 }, inbound_nodes: calls },
          ],
        },
      })
    expect(parseTopology(graph([[['in', 0, 0, {}]]])).ok).toBe(true)
    expect(parseTopology(graph([[['a', 0, 0, {}]]]))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/"a" waits for an input/),
    })
    expect(parseTopology(graph([['in']]))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/cannot be read/),
    })
    expect(parseTopology(graph(Array(1001).fill([['in', 0, 0, {}]])))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/1000/),
    })
  })

  it.each(['Conv1D', 'Conv2D'])('takes a dilated %s', (className) => {
    expect(parseTopology(dense({ filters: 2, kernel_size: [3], dilation_rate: [2] }, className)).ok).toBe(true)
  })

  it('can be built, and drops seeds and a fixed batch size', async () => {
    const model = tf.sequential({
      layers: [
        tf.layers.dense({
          units: 2,
          batchInputShape: [32, 3],
          kernelInitializer: tf.initializers.randomNormal({ seed: 7 }),
        }),
        tf.layers.dropout({ rate: 0.5, seed: 3 }),
      ],
    })
    const result = parseTopology(textOf(model))
    if (!result.ok) throw new Error(result.message)
    expect(JSON.stringify(result.topology.json)).not.toContain('seed')
    const built = await tf.models.modelFromJSON(result.topology.json as never)
    expect(built.inputs[0]?.shape).toEqual([null, 3])
  })

  it.each([
    ['not JSON', '{', 'not a model'],
    ['no model', '{"class_name":"Dense","config":{}}', 'not a model'],
    ['a class of their own', dense({}, 'MyLayer'), '"MyLayer" is not a layer'],
    [
      'a class of their own inside a config',
      dense({ units: 1, kernel_initializer: { class_name: 'Evil', config: {} } }),
      '"Evil"',
    ],
    [
      'a layer wrapped in a strange one',
      dense({ layer: { class_name: 'Dense', config: { units: 1e9 } } }, 'TimeDistributed'),
      'units 1000000000',
    ],
    ['a hopeless width', dense({ units: 1e9 }), 'at most 16384'],
    ['half a unit', dense({ units: 0.5 }), 'units 0.5'],
    ['a stateful cell', dense({ units: 2, stateful: true }, 'GRU'), 'stateful'],
    [
      'a dilated depthwise convolution',
      dense({ kernel_size: [3, 3], dilation_rate: [2, 2] }, 'DepthwiseConv2D'),
      'dilationRate',
    ],
    [
      'a causal convolution',
      dense({ filters: 2, kernel_size: [3], padding: 'causal', dilation_rate: [1] }, 'Conv1D'),
      'padding "causal"',
    ],
    ['brackets without end', '['.repeat(10_000), 'nested deeper'],
    [
      'too many layers',
      JSON.stringify({
        class_name: 'Sequential',
        config: { layers: Array.from({ length: 201 }, () => ({ class_name: 'Dense', config: { units: 1 } })) },
      }),
      'more than 200 layers',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parseTopology(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) })
  })
})
