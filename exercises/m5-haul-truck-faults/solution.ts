import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.conv1d({ inputShape, filters: 16, kernelSize: 5, strides: 2, activation: 'relu' }))
  // glorotNormal because the default, orthogonal, is slow to draw and no better here.
  model.add(tf.layers.gru({ units: 24, recurrentInitializer: 'glorotNormal' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.015 * (1 - epoch / epochs) + 0.0005,
  epochs: 20,
  batchSize: 64,
}
