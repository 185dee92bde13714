import type { BuildModel } from 'gradus'

// relu everywhere, the last layer included: hills can be as high as they like, hollows are filled.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: 1, activation: 'relu' }))
  return model
}
