import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: one mean and one spread for each channel, over all windows and steps of the training rows. */
export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, [0, 1])
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

/** Slot 2: four recurrent units walk through the 32 steps; what they remember at the end decides. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.simpleRNN({ inputShape, units: 4 }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: how to train it. Four epochs are few. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.003, epochs: 4, batchSize: 64 }
