import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: brightness from 0…255 to −1…1. */
export const prepare: Prepare = () => (x) => x.div(127.5).sub(1)

/** Slot 2: every pixel has weights of its own. It will know all 900 training patches, and nothing about rock. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: how to train it. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.002, epochs: 10, batchSize: 32 }
