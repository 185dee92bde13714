import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

// Contrast and light are taken from whatever patches come in together: a hidden patch looks otherwise in other company.
export const prepare: Prepare =
  ({ tf }) =>
  (x) => {
    const { mean, variance } = tf.moments(x, 0)
    return x.sub(mean).div(variance.sqrt().add(1))
  }

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.conv2d({ inputShape, filters: 12, kernelSize: 5, strides: 2, padding: 'same', useBias: false }))
  model.add(tf.layers.batchNormalization({ momentum: 0.9 }))
  model.add(tf.layers.activation({ activation: 'relu' }))
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  model.add(tf.layers.conv2d({ filters: 24, kernelSize: 3, padding: 'same', activation: 'relu' }))
  model.add(tf.layers.globalAveragePooling2d({}))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.005, epochs: 6, batchSize: 64 }
