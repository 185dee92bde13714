import type { BuildModel, TrainingConfig } from 'gradus'

/** Slot 2: a network that would do, if its 30 inputs were of one size. `prepare` is locked: they come as measured. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 16, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 16, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}

/** Slot 3, locked: the same training for everybody; 30 epochs of 10 steps. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.01, epochs: 30, batchSize: 32 }
