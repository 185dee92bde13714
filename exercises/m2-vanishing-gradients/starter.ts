import type { BuildModel, TrainingConfig } from 'gradus'

/** Slot 2: eight hidden layers of ten sigmoid units. Deep enough for the spiral, as far as its shape goes. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 10, activation: 'sigmoid' }))
  for (let layer = 2; layer <= 8; layer++) model.add(tf.layers.dense({ units: 10, activation: 'sigmoid' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}

/** Slot 3, locked: the same training for everybody. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.005, epochs: 60, batchSize: 32 }
