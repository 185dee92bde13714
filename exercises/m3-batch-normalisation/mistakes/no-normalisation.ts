import type { BuildModel } from 'gradus'

// More units and another activation. The columns stay as they are, and the largest of them drowns the rest.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 48, activation: 'tanh' }))
  model.add(tf.layers.dense({ units: 16, activation: 'tanh' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
