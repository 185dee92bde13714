import type { LayersModel, layers, SymbolicTensor, Tensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

const CLASSES = 3

/** The networks of architectures.py, by the same names. */
export function architectures(tf: Tf): Record<string, () => LayersModel> {
  const { layers: L } = tf
  const head = () => L.dense({ units: CLASSES, activation: 'softmax' })
  const stack =
    (shape: number[], ...hidden: (() => layers.Layer)[]) =>
    () =>
      tf.sequential({ layers: [L.inputLayer({ inputShape: shape }), ...hidden.map((make) => make()), head()] })
  const graph = (shape: number[], build: (x: SymbolicTensor) => SymbolicTensor) => () => {
    const inputs = tf.input({ shape })
    return tf.model({ inputs, outputs: head().apply(build(inputs)) as SymbolicTensor })
  }
  const on = (layer: layers.Layer, x: SymbolicTensor | SymbolicTensor[]) => layer.apply(x) as SymbolicTensor
  // tfjs's types take a Layer where any recurrent layer serves.
  const bidirectional = (layer: layers.Layer) =>
    L.bidirectional({ layer: layer as layers.RNN, mergeMode: 'concat' } as Parameters<typeof L.bidirectional>[0])

  return {
    'dense relu': stack([6], () => L.dense({ units: 5, activation: 'relu' })),
    'dense tanh, sigmoid': stack(
      [6],
      () => L.dense({ units: 5, activation: 'tanh' }),
      () => L.dense({ units: 4, activation: 'sigmoid' }),
    ),
    'dense elu, selu, softplus': stack(
      [6],
      () => L.dense({ units: 5, activation: 'elu' }),
      () => L.dense({ units: 5, activation: 'selu' }),
      () => L.dense({ units: 4, activation: 'softplus' }),
    ),
    'leaky relu': stack(
      [6],
      () => L.dense({ units: 5 }),
      () => L.leakyReLU({ alpha: 0.2 }),
    ),
    'l1 and l2': stack([6], () =>
      L.dense({ units: 5, activation: 'relu', kernelRegularizer: tf.regularizers.l1l2({ l1: 0.01, l2: 0.02 }) }),
    ),
    'batch normalisation': stack(
      [6],
      () => L.dense({ units: 5, useBias: false }),
      () => L.batchNormalization(),
      () => L.reLU(),
    ),
    'layer normalisation': stack(
      [6],
      () => L.dense({ units: 5 }),
      () => L.layerNormalization(),
    ),
    'conv2d, max pooling': stack(
      [8, 8, 1],
      () => L.conv2d({ filters: 3, kernelSize: 3, activation: 'relu' }),
      () => L.maxPooling2d({ poolSize: 2 }),
      () => L.flatten(),
    ),
    'conv2d, strides, same': stack(
      [7, 7, 2],
      () => L.conv2d({ filters: 3, kernelSize: 3, strides: 2, padding: 'same', activation: 'tanh' }),
      () => L.flatten(),
    ),
    'conv2d, dilated': stack(
      [8, 8, 1],
      () => L.conv2d({ filters: 3, kernelSize: 3, dilationRate: 2, activation: 'relu' }),
      () => L.flatten(),
    ),
    'conv2d, dilated, linear, same': stack(
      [7, 6, 2],
      () => L.conv2d({ filters: 3, kernelSize: [3, 2], dilationRate: [2, 3], padding: 'same' }),
      () => L.globalAveragePooling2d({}),
    ),
    'conv2d, average pooling, batch normalisation': stack(
      [6, 6, 2],
      () => L.conv2d({ filters: 3, kernelSize: 3, padding: 'same', useBias: false }),
      () => L.batchNormalization(),
      () => L.averagePooling2d({ poolSize: 2 }),
      () => L.globalAveragePooling2d({}),
    ),
    'depthwise convolution': stack(
      [6, 6, 2],
      () => L.depthwiseConv2d({ kernelSize: 3, activation: 'relu' }),
      () => L.globalMaxPooling2d({}),
    ),
    'separable convolution': stack(
      [6, 6, 2],
      () => L.separableConv2d({ filters: 3, kernelSize: 3, activation: 'relu' }),
      () => L.globalAveragePooling2d({}),
    ),
    // Large enough for oneDNN's kernels.
    'large convolutions, batch normalisation, max pooling': stack(
      [32, 32, 4],
      () => L.conv2d({ filters: 16, kernelSize: 3, padding: 'same', activation: 'relu' }),
      () => L.batchNormalization(),
      () => L.maxPooling2d({ poolSize: 2 }),
      () => L.conv2d({ filters: 16, kernelSize: 3, padding: 'same' }),
      () => L.reLU(),
      () => L.conv2d({ filters: 16, kernelSize: 3 }),
      () => L.activation({ activation: 'tanh' }),
      () => L.globalAveragePooling2d({}),
    ),
    'large depthwise convolution, average pooling': stack(
      [32, 32, 16],
      () => L.depthwiseConv2d({ kernelSize: 5, padding: 'same', activation: 'tanh' }),
      () => L.averagePooling2d({ poolSize: 2 }),
      () => L.conv2d({ filters: 16, kernelSize: 5, strides: 2, useBias: false }),
      () => L.globalAveragePooling2d({}),
    ),
    'conv1d, pooling': stack(
      [9, 2],
      () => L.conv1d({ filters: 4, kernelSize: 3, activation: 'relu' }),
      () => L.maxPooling1d({ poolSize: 2 }),
      () => L.flatten(),
    ),
    'conv1d, dilated': stack(
      [9, 2],
      () => L.conv1d({ filters: 4, kernelSize: 3, dilationRate: 2, activation: 'relu' }),
      () => L.globalMaxPooling1d({}),
    ),
    'simple rnn': stack([7, 3], () => L.simpleRNN({ units: 4 })),
    lstm: stack([7, 3], () => L.lstm({ units: 4, recurrentActivation: 'sigmoid' })),
    'lstm of hard sigmoids': stack([7, 3], () => L.lstm({ units: 4 })),
    'lstm upon lstm': stack(
      [7, 3],
      () => L.lstm({ units: 4, recurrentActivation: 'sigmoid', returnSequences: true }),
      () => L.lstm({ units: 3, recurrentActivation: 'sigmoid', goBackwards: true }),
    ),
    gru: stack([7, 3], () => L.gru({ units: 4, recurrentActivation: 'sigmoid' })),
    'gru of hard sigmoids': stack([7, 3], () => L.gru({ units: 4 })),
    'bidirectional lstm': stack([7, 3], () => bidirectional(L.lstm({ units: 3, recurrentActivation: 'sigmoid' }))),
    'bidirectional gru of 40 steps': stack([40, 3], () =>
      bidirectional(L.gru({ units: 3, recurrentActivation: 'sigmoid' })),
    ),
    embedding: stack(
      [6],
      () => L.embedding({ inputDim: 10, outputDim: 4 }),
      () => L.flatten(),
    ),
    'embedding, masked gru': stack(
      [6],
      () => L.embedding({ inputDim: 10, outputDim: 4, maskZero: true }),
      () => L.gru({ units: 4, recurrentActivation: 'sigmoid' }),
    ),
    'embedding, conv1d': stack(
      [9],
      () => L.embedding({ inputDim: 10, outputDim: 4 }),
      () => L.conv1d({ filters: 4, kernelSize: 3, activation: 'relu' }),
      () => L.globalAveragePooling1d({}),
    ),
    'dense over time': stack(
      [5, 3],
      () => L.timeDistributed({ layer: L.dense({ units: 4, activation: 'relu' }) }),
      () => L.flatten(),
    ),
    residual: graph([6], (x) => {
      const h = on(L.dense({ units: 5, activation: 'relu' }), x)
      return on(L.add(), [h, on(L.dense({ units: 5, activation: 'tanh' }), h)])
    }),
    'residual convolution': graph([6, 6, 2], (x) => {
      const h = on(L.conv2d({ filters: 3, kernelSize: 3, padding: 'same', activation: 'relu' }), x)
      const sum = on(L.add(), [h, on(L.conv2d({ filters: 3, kernelSize: 3, padding: 'same' }), h)])
      return on(L.globalAveragePooling2d({}), on(L.reLU(), sum))
    }),
    branches: graph([6], (x) =>
      on(L.concatenate(), [
        on(L.dense({ units: 4, activation: 'relu' }), x),
        on(L.dense({ units: 3, activation: 'sigmoid' }), x),
      ]),
    ),
    multiplied: graph([6], (x) =>
      on(L.multiply(), [
        on(L.dense({ units: 4, activation: 'tanh' }), x),
        on(L.dense({ units: 4, activation: 'sigmoid' }), x),
      ]),
    ),
    attention: graph([5, 4], (x) => {
      const projected = () => on(L.dense({ units: 4, useBias: false }), x)
      const [query, key, value] = [projected(), projected(), projected()]
      const weights = on(L.activation({ activation: 'softmax' }), on(L.dot({ axes: 2 }), [query, key]))
      const mixed = on(L.dot({ axes: [2, 1] }), [weights, value])
      return on(L.globalAveragePooling1d({}), on(L.add(), [x, mixed]))
    }),
  }
}

/** The model's weights set to those of Keras, layer by layer. */
export function setWeights(tf: Tf, model: LayersModel, byLayer: readonly (readonly (readonly number[])[])[]): void {
  const withWeights = model.layers.filter((layer) => layer.weights.length > 0)
  if (withWeights.length !== byLayer.length)
    throw new Error(`${withWeights.length} layers have weights, in Keras ${byLayer.length}`)
  withWeights.forEach((layer, i) => {
    const given = byLayer[i] ?? []
    const own = layer.getWeights()
    const tensors = own.map((weight, k) => tf.tensor([...(given[k] ?? [])], weight.shape) as Tensor)
    layer.setWeights(tensors)
    tf.dispose(tensors)
  })
}
