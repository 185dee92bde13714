import type { BuildModel, TrainingConfig } from 'gradus'

// Wider, longer, with augmentation: still a network that must learn every place and every turn anew.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 36, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.003 * (1 - epoch / epochs) + 0.0002,
  epochs: 18,
  batchSize: 32,
  augment: ['flipX', 'flipY', 'rot90'],
}
