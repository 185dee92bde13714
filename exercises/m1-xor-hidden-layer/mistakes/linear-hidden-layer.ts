import type { BuildModel } from 'gradus'

// Eight hidden units, but without an activation: their weighted sum is one line again.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 8 }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
