import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  // glorotNormal because the default, orthogonal, is slow to draw and no better here.
  model.add(tf.layers.gru({ inputShape, units: 24, recurrentInitializer: 'glorotNormal' }))
  model.add(tf.layers.dense({ units: outputs }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.01 * (1 - epoch / epochs) + 0.0003,
  epochs: 16,
  batchSize: 64,
  scaleTarget: true,
}
