import type { BuildModel, Prepare } from 'gradus'

export const prepare: Prepare = ({ tf }, train) => {
  const { mean, variance } = tf.moments(train.x, 0)
  const sd = variance.sqrt()
  return (x) => x.sub(mean).div(sd)
}

// Two hidden layers without an activation multiply out to one straight cut.
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 24 }))
  model.add(tf.layers.dense({ units: 24 }))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
