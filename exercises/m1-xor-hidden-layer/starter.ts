import type { BuildModel, TrainingConfig } from 'gradus'

/** Slot 2: a single neuron. It draws one straight line, and no line parts these classes. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 1, activation: 'sigmoid' }))
  return model
}

/** Slot 3, locked: the same training for everybody. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.03, epochs: 60, batchSize: 32 }
