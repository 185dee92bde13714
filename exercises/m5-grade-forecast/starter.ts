import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: one mean and one spread for each channel, over all windows and hours of the training rows. */
export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, [0, 1])
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

/** Slot 2: four recurrent units walk through the 24 hours; from what they remember at the end, one number. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.simpleRNN({ inputShape, units: 4 }))
  model.add(tf.layers.dense({ units: outputs }))
  return model
}

/**
 * Slot 3: how to train it. `scaleTarget` lets the network learn a number with mean 0 and spread 1 instead of one near 64;
 * what it answers is scaled back before it is scored.
 */
export const training: TrainingConfig = {
  optimizer: 'sgd',
  learningRate: 0.01,
  epochs: 3,
  batchSize: 64,
  scaleTarget: true,
}
