import type { BuildModel, TrainingConfig } from 'gradus'

/** Slot 2: two hidden layers, and an output as one would take for a probability. Two things are wrong with it. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 32 }))
  model.add(tf.layers.dense({ units: 32 }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}

/** Slot 3, locked: the same training for everybody. The loss is the mean squared error. */
export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.01 * (1 - epoch / epochs) + 0.0005,
  epochs: 80,
  batchSize: 32,
}
