import type { BuildModel, TrainingConfig } from 'gradus'

export const buildModel: BuildModel = ({ tf, inputShape }) => {
  const wide = (units: number) => ({
    units,
    activation: 'relu' as const,
    kernelRegularizer: tf.regularizers.l2({ l2: 0.02 }),
  })
  const model = tf.sequential()
  model.add(tf.layers.dense({ inputShape, ...wide(128) }))
  model.add(tf.layers.dropout({ rate: 0.4 }))
  model.add(tf.layers.dense(wide(64)))
  model.add(tf.layers.dropout({ rate: 0.4 }))
  model.add(tf.layers.dense({ units: 1 }))
  return model
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: 0.001,
  epochs: 200,
  batchSize: 32,
  scaleTarget: true,
  validationSplit: 0.15,
  earlyStopping: { patience: 30, restoreBest: true },
}
