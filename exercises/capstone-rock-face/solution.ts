import type { LayersModel, Sequential } from '@tensorflow/tfjs'
import type { Ctx, TrainingConfig } from 'gradus'

export function buildModel({ tf, inputShape, outputs }: Ctx): LayersModel {
  const model = tf.sequential()
  // 5 × 5 pixels average the noise out; a stride of 2 costs little of what is left, and a quarter of the work.
  model.add(tf.layers.conv2d({ inputShape, filters: 12, kernelSize: 5, strides: 2, padding: 'same', useBias: false }))
  normaliseAndBend(tf, model)
  model.add(tf.layers.conv2d({ filters: 32, kernelSize: 3, padding: 'same', useBias: false }))
  normaliseAndBend(tf, model)
  model.add(tf.layers.maxPooling2d({ poolSize: 2 }))
  model.add(tf.layers.conv2d({ filters: 48, kernelSize: 3, padding: 'same', useBias: false }))
  normaliseAndBend(tf, model)
  model.add(tf.layers.globalAveragePooling2d({}))
  model.add(tf.layers.dense({ units: outputs, activation: 'softmax' }))
  return model
}

/** Momentum of 0.9, because the usual 0.99 needs more steps than there are here to forget where it started. */
function normaliseAndBend(tf: Ctx['tf'], model: Sequential): void {
  model.add(tf.layers.batchNormalization({ momentum: 0.9 }))
  model.add(tf.layers.activation({ activation: 'relu' }))
}

export const training: TrainingConfig = {
  optimizer: 'adam',
  learningRate: (epoch, epochs) => 0.01 * (1 - epoch / epochs) + 0.0002,
  epochs: 16,
  batchSize: 32,
  augment: ['flipX', 'flipY', 'rot90'],
}
