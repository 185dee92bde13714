import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Columns: iron, silica, alumina, phosphorus, all in per cent. As it stands, they pass as they are. */
export const prepare: Prepare = ({ tf }, train) => {
  return (x) => x
}

/** One neuron: it weighs the four assays, adds them up and draws a single straight cut through them. */
export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, units: 1, activation: 'sigmoid' }))
  return model
}

/** Yours to change if you like. `learningRate` may also be a function of the epoch. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.01, epochs: 30, batchSize: 32 }
