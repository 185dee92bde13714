import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: ink from 0…255 to 0…1. It needs no statistics, because every pixel has the same unit. */
export const prepare: Prepare = () => (x) => x.div(255)

/**
 * Slot 2: a dense network on the pixels in a row. It does not know which pixels are neighbours, and it spends
 * 25,120 of its parameters on the first layer.
 */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: how to train it. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.002, epochs: 6, batchSize: 64 }
