import type { BuildModel, TrainingConfig } from 'gradus'

// One look of 3 × 3 pixels is too short-sighted for a pebble, and flatten ties what it sees to the place.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.conv2d({ inputShape, filters: 8, kernelSize: 3, activation: 'relu' }))
  model.add(tf.layers.maxPooling2d({ poolSize: 4 }))
  model.add(tf.layers.flatten())
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.002, epochs: 10, batchSize: 32 }
