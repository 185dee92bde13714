import type { BuildModel } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  for (let layer = 1; layer <= 8; layer++)
    model.add(tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: 'heNormal' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}
