import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, locked: shades from 0 … 16 to 0 … 1. */
export const prepare: Prepare = () => (x) => x.div(16)

/** Slot 2: eight hidden layers of 32 relu units. "Small random weights", says many a recipe; these are small. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const small = () => tf.initializers.randomNormal({ stddev: 0.01 })
  const model = tf.sequential()
  model.add(tf.layers.flatten({ inputShape }))
  for (let layer = 1; layer <= 8; layer++)
    model.add(tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: small() }))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3, locked: plain gradient descent, which takes the gradient as it comes. The best epoch counts, not the last. */
export const training: TrainingConfig = {
  optimizer: 'sgd',
  learningRate: 0.05,
  epochs: 60,
  batchSize: 32,
  validationSplit: 0.15,
  earlyStopping: { patience: 60, restoreBest: true },
}
