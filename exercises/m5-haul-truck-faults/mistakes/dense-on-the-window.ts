import type { BuildModel, TrainingConfig } from 'gradus'

// The window laid out in a row: each of the 128 readings gets weights of its own, so a step at another moment is news.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 28, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.01 * (1 - epoch / epochs) + 0.0005,
  epochs: 16,
  batchSize: 64,
}
