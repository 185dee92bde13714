import type { BuildModel } from 'gradus'

// More units in every layer. Each of them still multiplies what comes back by a quarter at most.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 12, activation: 'sigmoid' }))
  for (let layer = 2; layer <= 8; layer++) model.add(tf.layers.dense({ units: 12, activation: 'sigmoid' }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
