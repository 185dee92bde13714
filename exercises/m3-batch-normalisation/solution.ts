import type { BuildModel } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  // 300 steps: with 0.9 the moving averages forget their start within 20 of them.
  model.add(tf.layers.batchNormalization({ inputShape, momentum: 0.9 }))
  model.add(tf.layers.dense({ units: 16, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
