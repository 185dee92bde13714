import type { BuildModel, TrainingConfig } from 'gradus'

// Sound advice elsewhere, and not what is asked for: a network too small to learn anything by heart.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 8, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1 }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: 0.003,
  epochs: 60,
  batchSize: 32,
  scaleTarget: true,
}
