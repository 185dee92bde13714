import type { BuildModel, TrainingConfig } from 'gradus'

// Two hundred thousand parameters to learn every place by heart, and the bolt plate along with it.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 128, activation: 'relu' }))
  model.add(tf.layers.dropout({ rate: 0.3 }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.002 * (1 - epoch / epochs) + 0.0001,
  epochs: 15,
  batchSize: 64,
  augment: ['flipX', 'flipY', 'rot90'],
}
