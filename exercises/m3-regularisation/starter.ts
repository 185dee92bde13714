import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: each column by the mean and spread of the training rows. */
export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

/** Slot 2: 9,729 parameters for 202 patients, 48 for each of them. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 128, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 64, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1 }))
  return model
}

/** Slot 3: on and on, until the training rows are known by heart. */
export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: 0.003,
  epochs: 100,
  batchSize: 32,
  scaleTarget: true,
}
