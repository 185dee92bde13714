import type { Tensor } from '@tensorflow/tfjs'
import type { TrainingPlan } from '../contract/plan.ts'
import type { Tf } from './tf.ts'

/** One loss for each row: targets and predictions are both [rows, outputs]; the answer is [rows]. */
export type Loss = (target: Tensor, prediction: Tensor) => Tensor

// Keras's and TensorFlow.js's "epsilon": keeps logarithms away from 0.
const EPSILON = 1e-7

/** Keras's definitions, which stock TensorFlow.js shares; the Huber loss has delta 1. */
export function lossNamed(tf: Tf, name: TrainingPlan['loss']): Loss {
  switch (name) {
    case 'meanSquaredError':
      return (target, prediction) => tf.mean(tf.square(tf.sub(prediction, target)), -1)
    case 'meanAbsoluteError':
      return (target, prediction) => tf.mean(tf.abs(tf.sub(prediction, target)), -1)
    case 'huberLoss':
      return (target, prediction) => {
        const error = tf.abs(tf.sub(prediction, target))
        const quadratic = tf.minimum(error, 1)
        return tf.mean(tf.add(tf.mul(tf.square(quadratic), 0.5), tf.sub(error, quadratic)), -1)
      }
    case 'binaryCrossentropy':
      return (target, prediction) => {
        const p = tf.clipByValue(prediction, EPSILON, 1 - EPSILON)
        const logit = tf.log(tf.div(p, tf.sub(1, p)))
        // log(1 + e^-|z|) form: stable for large |z| (nn_impl.py, sigmoid_cross_entropy_with_logits).
        const softplus = tf.log1p(tf.exp(tf.neg(tf.abs(logit))))
        return tf.mean(tf.add(tf.sub(tf.relu(logit), tf.mul(logit, target)), softplus), -1)
      }
    case 'categoricalCrossentropy':
      return (target, prediction) => {
        const p = tf.div(prediction, tf.sum(prediction, -1, true))
        return tf.neg(tf.sum(tf.mul(target, tf.log(tf.clipByValue(p, EPSILON, 1 - EPSILON))), -1))
      }
    default:
      return name satisfies never
  }
}
