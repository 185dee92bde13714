import type { BuildModel, TrainingConfig } from 'gradus'

// All the rows there are, and sixteen units to put them in: what is missing here is not rows.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 16, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'sigmoid' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.004 * (1 - epoch / epochs) + 0.0001,
  epochs: 12,
  batchSize: 128,
  validationSplit: 0.05,
}
