import type { BuildModel, TrainingConfig } from 'gradus'

// The window laid out in a row: what the plant's pace does to the delay must be learnt for each of the 24 hours anew.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 20, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.01 * (1 - epoch / epochs) + 0.0003,
  epochs: 16,
  batchSize: 64,
  scaleTarget: true,
}
