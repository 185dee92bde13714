import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 24, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 24, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.02 * (1 - epoch / epochs) + 0.0002,
  epochs: 50,
  batchSize: 64,
}
