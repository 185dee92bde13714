import type { BuildModel, Prepare, TrainingConfig } from 'gradus'

/** Slot 1, yours if you like: brightness from 0…255 to −1…1. */
export const prepare: Prepare = () => (x) => x.div(127.5).sub(1)

/** Slot 2: two looks at the rock and an average over all places. Eight filters see little through dust. */
export const buildModel: BuildModel = ({ tf, inputShape, outputs }) => {
  const model = tf.sequential()
  model.add(tf.layers.conv2d({ inputShape, filters: 8, kernelSize: 3, padding: 'same', useBias: false }))
  model.add(tf.layers.batchNormalization({ momentum: 0.9 }))
  model.add(tf.layers.activation({ activation: 'relu' }))
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  model.add(tf.layers.conv2d({ filters: 16, kernelSize: 3, padding: 'same', useBias: false }))
  model.add(tf.layers.batchNormalization({ momentum: 0.9 }))
  model.add(tf.layers.activation({ activation: 'relu' }))
  model.add(tf.layers.globalAveragePooling2d({}))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Slot 3: how to train it. Four epochs at one speed. */
export const training: TrainingConfig = { optimizer: 'adam', learningRate: 0.003, epochs: 4, batchSize: 64 }
