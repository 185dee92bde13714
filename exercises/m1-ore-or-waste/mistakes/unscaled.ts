import type { BuildModel, Prepare } from 'gradus'

export const prepare: Prepare = () => (x) => x

// The right network on raw assays: phosphorus, a thousand times smaller than iron, is never heard.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 24, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 24, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
