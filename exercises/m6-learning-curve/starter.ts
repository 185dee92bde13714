import type { BuildModel, TrainingConfig } from 'gradus'

/** Slot 2: one hidden layer of 16 units. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 16, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'sigmoid' }))
  return model
}

/** How many of the 40,000 training rows the network may learn from. The others are kept aside and watched. */
const LEARN_FROM = 1000

/** Slot 3: how to train it. */
export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: 0.003,
  epochs: 20,
  batchSize: 128,
  validationSplit: 1 - LEARN_FROM / 40_000,
}
