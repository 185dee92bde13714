import type { BuildModel } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  const hidden = { units: 10, activation: 'relu', kernelInitializer: 'heNormal' } as const
  model.add(tf.layers.dense({ inputShape, ...hidden }))
  for (let layer = 2; layer <= 8; layer++) model.add(tf.layers.dense(hidden))
  model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
  return model
}
