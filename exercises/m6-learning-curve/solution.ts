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
  epochs: 16,
  batchSize: 128,
  // 38,000 rows to learn from, 2,000 to choose by.
  validationSplit: 0.05,
  earlyStopping: { patience: 5, restoreBest: true },
}
