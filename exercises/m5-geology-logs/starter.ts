import type { BuildModel, TrainingConfig } from 'gradus'

/**
 * Slot 2: a vector of 12 numbers for each word of the vocabulary, which training finds; then the mean of a line's vectors.
 * It knows which words are there, and not in which order.
 */
export const buildModel: BuildModel = ({ tf, inputShape, outputs, vocabSize }) => {
  const model = tf.sequential()
  model.add(tf.layers.embedding({ inputDim: vocabSize!, outputDim: 12, inputLength: inputShape[0]! }))
  model.add(tf.layers.globalAveragePooling1d({}))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: how to train it. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.01, epochs: 15, batchSize: 64 }
