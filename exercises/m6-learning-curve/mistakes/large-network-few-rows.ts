import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 96, activation: 'relu', kernelInitializer: 'heNormal' }))
  model.add(tf.layers.dense({ units: 96, activation: 'relu', kernelInitializer: 'heNormal' }))
  model.add(tf.layers.dense({ units: 96, activation: 'relu', kernelInitializer: 'heNormal' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'sigmoid' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.004 * (1 - epoch / epochs) + 0.0001,
  epochs: 20,
  batchSize: 128,
  // A thousand rows for nineteen thousand parameters: it knows them by heart, and nothing else.
  validationSplit: 0.975,
}
