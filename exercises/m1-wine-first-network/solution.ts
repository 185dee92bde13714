import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 16, activation: 'tanh' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.01, epochs: 40, batchSize: 16 }
