import type { RNN } from '@tensorflow/tfjs'
import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape, outputs, vocabSize }) => {
  const model = tf.sequential()
  model.add(tf.layers.embedding({ inputDim: vocabSize!, outputDim: 16, inputLength: inputShape[0]! }))
  // Both ways: "not" stands before the rock that it takes back, "above" behind the one that it sends elsewhere.
  const layer = tf.layers.gru({ units: 16, recurrentInitializer: 'glorotNormal' }) as RNN
  model.add(tf.layers.bidirectional({ layer, mergeMode: 'concat' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.02 * (1 - epoch / epochs) + 0.0005,
  epochs: 14,
  batchSize: 64,
}
