import type { LayersModel, layers, SymbolicTensor } from '@tensorflow/tfjs'
import type { Tf } from '#lib/training/tf.ts'

type One = SymbolicTensor
type Apply = One | One[]

/** Networks of the layers and settings that architectures.ts does without: what a model file has to carry besides. */
export function moreArchitectures(tf: Tf): Record<string, () => LayersModel> {
  const { layers: L } = tf
  const stack =
    (shape: number[], ...hidden: (() => layers.Layer)[]) =>
    () =>
      tf.sequential({ layers: [L.inputLayer({ inputShape: shape }), ...hidden.map((make) => make())] })
  const graph = (shape: number[], build: (x: One) => One) => () => {
    const inputs = tf.input({ shape })
    return tf.model({ inputs, outputs: build(inputs) })
  }
  const on = (layer: layers.Layer | LayersModel, x: Apply) => layer.apply(x) as One
  const bidirectional = (layer: layers.Layer, mergeMode: 'concat' | 'sum' | 'ave' | 'mul') =>
    L.bidirectional({ layer: layer as layers.RNN, mergeMode })
  const activations = [
    ...['linear', 'relu', 'relu6', 'elu', 'selu', 'gelu', 'swish', 'mish', 'sigmoid', 'hardSigmoid', 'tanh'],
    ...['softmax', 'logSoftmax', 'softplus', 'softsign'],
  ] as 'relu'[]

  return {
    'every activation': graph([5], (x) =>
      on(
        L.concatenate(),
        activations.map((activation) => on(L.dense({ units: 3, activation }), x)),
      ),
    ),
    'activation layers': stack(
      [6],
      () => L.dense({ units: 8 }),
      () => L.reLU({ maxValue: 0.8 }),
      () => L.dense({ units: 8 }),
      () => L.thresholdedReLU({ theta: 0.3 }),
      () => L.dense({ units: 8 }),
      () => L.elu(),
      () => L.dense({ units: 8 }),
      () => L.prelu({ alphaInitializer: 'randomNormal' }),
      () => L.activation({ activation: 'softplus' }),
      () => L.softmax({ axis: -1 }),
    ),
    'what does something in training only': stack(
      [6],
      () => L.dropout({ rate: 0.5, seed: 3 }),
      () => L.gaussianNoise({ stddev: 0.3 }),
      () => L.gaussianDropout({ rate: 0.3 }),
      () => L.alphaDropout({ rate: 0.2 }),
      () => L.dense({ units: 3 }),
    ),
    shapes: stack(
      [4, 6],
      () => L.permute({ dims: [2, 1] }),
      () => L.spatialDropout1d({ rate: 0.2 }),
      () => L.flatten(),
      () => L.repeatVector({ n: 3 }),
      () => L.reshape({ targetShape: [-1, 8] }),
      () => L.globalAveragePooling1d({}),
      () => L.dense({ units: 2 }),
    ),
    'padding, cropping, enlarging': stack(
      [4, 5, 2],
      () =>
        L.zeroPadding2d({
          padding: [
            [1, 2],
            [0, 1],
          ] as [[number, number], [number, number]],
        }),
      () =>
        L.cropping2D({
          cropping: [
            [1, 0],
            [1, 1],
          ],
        }),
      () => L.upSampling2d({ size: [2, 3] }),
      () => L.prelu({ sharedAxes: [1, 2] }),
      () => L.conv2dTranspose({ filters: 3, kernelSize: 3, strides: 2, padding: 'same', activation: 'hardSigmoid' }),
      () => L.flatten(),
    ),
    'convolutions of volumes': stack(
      [5, 5, 5, 1],
      () => L.conv3d({ filters: 2, kernelSize: 3, padding: 'same', activation: 'tanh' }),
      () => L.maxPooling3d({ poolSize: [2, 2, 2] }),
      () => L.averagePooling3d({ poolSize: [2, 2, 2] }),
      () => L.flatten(),
    ),
    'hard sigmoids behind convolutions': stack(
      [8, 8, 2],
      () => L.conv2d({ filters: 4, kernelSize: 3, activation: 'hardSigmoid', useBias: false }),
      () => L.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2, activation: 'hardSigmoid' }),
      () => L.separableConv2d({ filters: 3, kernelSize: 2, activation: 'hardSigmoid' }),
      () => L.averagePooling2d({ poolSize: 2, strides: 1, padding: 'same' }),
      () => L.globalMaxPooling2d({}),
    ),
    normalisation: stack(
      [4, 3],
      () => L.batchNormalization({ axis: 1, scale: false, momentum: 0.8, epsilon: 0.01 }),
      () => L.batchNormalization({ center: false }),
      () => L.layerNormalization({ axis: [1, 2], epsilon: 0.01 }),
      () => L.layerNormalization({ scale: false }),
      () => L.averagePooling1d({ poolSize: 2 }),
      () => L.globalMaxPooling1d({}),
    ),
    'a frozen layer between others': stack(
      [5],
      () => L.dense({ units: 4, trainable: false }),
      () => L.batchNormalization(),
      () => L.dense({ units: 3 }),
      () => L.batchNormalization({ trainable: false }),
    ),
    'initialisers, regularisers, constraints': stack(
      [5],
      () =>
        L.dense({
          units: 4,
          kernelInitializer: 'leCunNormal',
          biasInitializer: tf.initializers.constant({ value: 0.1 }),
          kernelConstraint: tf.constraints.maxNorm({ maxValue: 2 }),
          biasConstraint: tf.constraints.minMaxNorm({ minValue: 0.1, maxValue: 1 }),
          biasRegularizer: tf.regularizers.l1({ l1: 0.1 }),
        }),
      () => L.dense({ units: 4, kernelInitializer: 'orthogonal', kernelConstraint: tf.constraints.nonNeg() }),
      () => L.dense({ units: 4, kernelInitializer: tf.initializers.identity({ gain: 2 }) }),
      () => L.dense({ units: 4, kernelInitializer: 'randomUniform', kernelConstraint: tf.constraints.unitNorm({}) }),
    ),
    'masked steps': stack(
      [6, 3],
      () => L.masking({ maskValue: 0 }),
      () => L.lstm({ units: 4, returnSequences: true }),
      () => L.gru({ units: 3, recurrentActivation: 'sigmoid', goBackwards: true }),
    ),
    'recurrent settings': stack(
      [6, 3],
      () => L.simpleRNN({ units: 4, activation: 'hardSigmoid', returnSequences: true, useBias: false }),
      () => L.gru({ units: 4, activation: 'hardSigmoid', returnSequences: true, dropout: 0.1 }),
      () => L.lstm({ units: 4, recurrentActivation: 'tanh', activation: 'sigmoid', unitForgetBias: false }),
    ),
    'bidirectional sequences': stack(
      [6, 3],
      () => bidirectional(L.lstm({ units: 4, returnSequences: true }), 'sum'),
      () => bidirectional(L.gru({ units: 4, returnSequences: true }), 'mul'),
      () => bidirectional(L.simpleRNN({ units: 4 }), 'ave'),
    ),
    'convolutional lstm': stack(
      [3, 6, 6, 2],
      () => L.convLstm2d({ filters: 3, kernelSize: 3, padding: 'same', returnSequences: true }),
      () => L.convLstm2d({ filters: 2, kernelSize: [2, 3], recurrentActivation: 'sigmoid' }),
      () => L.flatten(),
    ),
    'layers over time': stack(
      [3, 6, 6, 2],
      () => L.timeDistributed({ layer: L.conv2d({ filters: 2, kernelSize: 3, activation: 'hardSigmoid' }) }),
      () => L.timeDistributed({ layer: L.batchNormalization() }),
      () => L.timeDistributed({ layer: L.flatten() }),
      () => L.lstm({ units: 3 }),
    ),
    merges: graph([6], (x) => {
      const [a, b, c] = [1, 2, 3].map(() => on(L.dense({ units: 4 }), x)) as [One, One, One]
      const merged = [L.average(), L.maximum(), L.minimum(), L.multiply()].map((layer) => on(layer, [a, b, c]))
      return on(L.concatenate({ axis: 1 }), [...merged, on(L.dot({ axes: 1, normalize: true }), [a, b])])
    }),
    'a layer called twice': graph([5], (x) => {
      const shared = L.dense({ units: 5, activation: 'tanh' })
      const once = on(shared, x)
      return on(L.add(), [on(shared, once), on(L.rescaling({ scale: 0.5, offset: 1 }), once)])
    }),
    'two inputs': () => {
      const inputs = [tf.input({ shape: [4] }), tf.input({ shape: [3] })]
      const outputs = on(L.dense({ units: 2 }), on(L.concatenate(), inputs))
      return tf.model({ inputs, outputs })
    },
    'a stack within a stack': () => {
      const inner = tf.sequential({
        layers: [L.dense({ units: 4, inputShape: [5], activation: 'relu' }), L.batchNormalization()],
      })
      return tf.sequential({ layers: [L.dense({ units: 5, inputShape: [6] }), inner, L.dense({ units: 2 })] })
    },
    'a graph within a stack': () => {
      const inner = graph([5], (x) => on(L.add(), [x, on(L.dense({ units: 5, activation: 'relu' }), x)]))()
      return tf.sequential({ layers: [L.dense({ units: 5, inputShape: [6] }), inner, L.dense({ units: 2 })] })
    },
    'a stack and a graph within a graph, called twice': graph([4], (x) => {
      const first = tf.sequential({ layers: [L.dense({ units: 4, inputShape: [4], activation: 'tanh' })] })
      const second = graph([4], (y) => on(L.add(), [y, on(L.dense({ units: 4, activation: 'relu' }), y)]))()
      const once = on(second, on(first, x))
      return on(second, on(L.add(), [once, on(second, on(first, once)), on(L.dense({ units: 4 }), x)]))
    }),
  }
}
