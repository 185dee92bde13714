import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: ink from 0 … 255 to 0 … 1. */
export const prepare: Prepare = () => (x) => x.div(255)

/** Slot 2, locked: 52,650 parameters, enough for these digits. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 64, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: gradient descent as in the textbook. Eight times through 2,000 images, 32 steps each time. */
export const training: TrainingConfig = { optimizer: 'sgd', learningRate: 0.01, epochs: 8, batchSize: 64 }
