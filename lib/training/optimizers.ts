import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs'
import type { TrainingPlan } from '../contract/plan.ts'
import type { Tf } from './tf.ts'

/**
 * An update rule on all trainable weights laid end to end: what they become, and the rule's new memory.
 * One flat vector takes a handful of operations a step whatever the number of layers; on libtensorflow each
 * operation costs 40–90 µs, so a rule applied weight by weight costs more than the mathematics.
 */
export interface UpdateRule {
  /** The initial value of each memory vector. */
  memory: readonly number[]
  /**
   * The numbers that change from step to step, which `update` gets as scalars: so that a compiled step takes them as
   * inputs. `step` counts from 1.
   */
  factors(rate: number, step: number): number[]
  update(
    weights: Tensor1D,
    gradient: Tensor1D,
    memory: readonly Tensor1D[],
    factors: readonly Scalar[],
  ): { weights: Tensor; memory: Tensor[] }
}

/**
 * A kernel that does Adam's whole update in one operation: { weights, gradient, first, second, rate, epsilon } become
 * weights, first and second. An engine that has one registers it.
 */
export const ADAM_KERNEL = 'AdamUpdate'
/** Weights from which on it pays: the kernel saves passes over them and costs a quarter of a millisecond. */
const ADAM_KERNEL_FROM = 65_536

const EPSILON = 1e-7
export const BETA1 = 0.9
export const BETA2 = 0.999
const RMS_DECAY = 0.9
const ADADELTA_DECAY = 0.95

/**
 * TensorFlow.js's formulas and defaults (which are Keras's, but for where epsilon sits); Adadelta is Zeiler's
 * (arXiv:1212.5701) and Keras's, since TensorFlow.js divides by the memory of the step before and diverges.
 */
export function updateRuleOf(tf: Tf, plan: Pick<TrainingPlan, 'optimizer' | 'momentum'>): UpdateRule {
  const rateAlone = (rate: number) => [rate]
  const blend = (old: Tensor, fresh: Tensor, keep: number) => tf.add(tf.mul(old, keep), tf.mul(fresh, 1 - keep))
  switch (plan.optimizer) {
    case 'sgd':
      return {
        memory: [],
        factors: rateAlone,
        update: (w, g, _, factors) => {
          const [rate] = factors as [Scalar]
          return { weights: tf.sub(w, tf.mul(g, rate)), memory: [] }
        },
      }
    case 'momentum': {
      const momentum = plan.momentum ?? 0.9
      return {
        memory: [0],
        factors: rateAlone,
        update: (w, g, memory, factors) => {
          const [velocity] = memory as [Tensor1D]
          const [rate] = factors as [Scalar]
          const next = tf.add(tf.mul(velocity, momentum), g)
          return { weights: tf.sub(w, tf.mul(next, rate)), memory: [next] }
        },
      }
    }
    case 'adagrad':
      return {
        memory: [0.1],
        factors: rateAlone,
        update: (w, g, memory, factors) => {
          const [squares] = memory as [Tensor1D]
          const [rate] = factors as [Scalar]
          const next = tf.add(squares, tf.square(g))
          const move = tf.mul(tf.div(g, tf.sqrt(tf.add(next, EPSILON))), rate)
          return { weights: tf.sub(w, move), memory: [next] }
        },
      }
    case 'adadelta':
      return {
        memory: [0, 0],
        factors: rateAlone,
        update: (w, g, memory, factors) => {
          const [squares, moves] = memory as [Tensor1D, Tensor1D]
          const [rate] = factors as [Scalar]
          const next = blend(squares, tf.square(g), ADADELTA_DECAY)
          const move = tf.mul(g, tf.sqrt(tf.div(tf.add(moves, EPSILON), tf.add(next, EPSILON))))
          return {
            weights: tf.sub(w, tf.mul(move, rate)),
            memory: [next, blend(moves, tf.square(move), ADADELTA_DECAY)],
          }
        },
      }
    case 'rmsprop': {
      const momentum = plan.momentum ?? 0
      return {
        memory: [0, 0],
        factors: rateAlone,
        update: (w, g, memory, factors) => {
          const [squares, velocity] = memory as [Tensor1D, Tensor1D]
          const [rate] = factors as [Scalar]
          const next = blend(squares, tf.square(g), RMS_DECAY)
          const scaled = tf.div(tf.mul(g, rate), tf.sqrt(tf.add(next, EPSILON)))
          const moved = tf.add(tf.mul(velocity, momentum), scaled)
          return { weights: tf.sub(w, moved), memory: [next, moved] }
        },
      }
    }
    case 'adam': {
      const fused = tf.getKernel(ADAM_KERNEL, tf.getBackend()) !== undefined
      return {
        memory: [0, 0],
        // The second memory starts at 0 and is too small by 1 − β₂ᵗ: its root is put right in rate and epsilon, once.
        factors: (rate, step) => {
          const unbias = Math.sqrt(1 - BETA2 ** step)
          return [(rate * unbias) / (1 - BETA1 ** step), EPSILON * unbias]
        },
        update: (weights, gradient, memory, factors) => {
          const [first, second] = memory as [Tensor1D, Tensor1D]
          const [rate, epsilon] = factors as [Scalar, Scalar]
          if (fused && weights.size >= ADAM_KERNEL_FROM) {
            const inputs = { weights, gradient, first, second, rate, epsilon }
            const [next, m, v] = tf.engine().runKernel(ADAM_KERNEL, inputs) as [Tensor, Tensor, Tensor]
            return { weights: next, memory: [m, v] }
          }
          const m = blend(first, gradient, BETA1)
          const v = blend(second, tf.square(gradient), BETA2)
          const move = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), epsilon))
          return { weights: tf.sub(weights, move), memory: [m, v] }
        },
      }
    }
    case 'adamax':
      return {
        memory: [0, 0],
        factors: (rate, step) => [rate / (1 - BETA1 ** step)],
        update: (w, g, memory, factors) => {
          const [first, norm] = memory as [Tensor1D, Tensor1D]
          const [rate] = factors as [Scalar]
          const m = blend(first, g, BETA1)
          const u = tf.maximum(tf.mul(norm, BETA2), tf.abs(g))
          const move = tf.mul(tf.div(m, tf.add(u, EPSILON)), rate)
          return { weights: tf.sub(w, move), memory: [m, u] }
        },
      }
    default:
      return plan.optimizer satisfies never
  }
}
