import type { BuildModel, TrainingConfig } from 'gradus'

// A convolution without pooling: 26 · 26 · 12 values go into the dense layer, which then takes 259,616 parameters.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.conv2d({ inputShape, filters: 12, kernelSize: 3, activation: 'relu' }))
  model.add(tf.layers.flatten())
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.002, epochs: 6, batchSize: 64 }
