import type { BuildModel, TrainingConfig } from 'gradus'

// Without an embedding the network takes word 40 for twice word 20. The numbers of the words mean nothing.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.reshape({ inputShape, targetShape: [inputShape[0]!, 1] }))
  model.add(tf.layers.gru({ units: 24, recurrentInitializer: 'glorotNormal' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.02 * (1 - epoch / epochs) + 0.0005,
  epochs: 14,
  batchSize: 64,
}
