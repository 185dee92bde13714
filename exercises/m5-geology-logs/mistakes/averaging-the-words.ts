import type { BuildModel, TrainingConfig } from 'gradus'

// Longer vectors, a hidden layer, more epochs: still a bag of words, and two orders of a bag are the same bag.
export const buildModel: BuildModel = ({ tf, inputShape, outputs, vocabSize }) => {
  const model = tf.sequential()
  model.add(tf.layers.embedding({ inputDim: vocabSize!, outputDim: 32, inputLength: inputShape[0]! }))
  model.add(tf.layers.globalAveragePooling1d({}))
  model.add(tf.layers.dense({ units: 32, activation: 'relu' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.005, epochs: 25, batchSize: 64 }
