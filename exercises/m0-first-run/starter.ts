import type { BuildModel, TrainingConfig } from 'gradus'

/** The network. It is given and locked: two readings of a stone in, the probability that it is ore out. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 8, activation: 'tanh' }))
  model.add(tf.layers.dense({ units: outputs, activation: 'sigmoid' }))
  return model
}

/** How it is trained. This is yours. The learning rate says how far each step goes; as it stands, hardly anywhere. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.00002, epochs: 30, batchSize: 20 }
