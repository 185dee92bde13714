import type { BuildModel } from 'gradus'

// Five times as large as the starter's. A layer of 32 units still hands on a fifth of what it gets.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  for (let layer = 1; layer <= 8; layer++)
    model.add(
      tf.layers.dense({
        units: 32,
        activation: 'relu',
        kernelInitializer: tf.initializers.randomNormal({ stddev: 0.05 }),
      }),
    )
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}
