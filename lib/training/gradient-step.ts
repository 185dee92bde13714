import type { LayersModel, Scalar, Tensor, Tensor1D, Variable } from '@tensorflow/tfjs'
import type { TrainingPlan } from '../contract/plan.ts'
import { lossNamed } from './losses.ts'
import { updateRuleOf } from './optimizers.ts'
import type { Tf } from './tf.ts'

export interface Batch {
  x: Tensor
  /** [rows, outputs] */
  target: Tensor
  /** [rows]; null: all rows weigh 1. */
  weight: Tensor1D | null
}

/** The caller disposes all three. */
export interface StepResult {
  loss: Scalar
  /** What the model answered during the step, dropout included. */
  prediction: Tensor
  /** L2 norm of the gradient of each group of weights, before clipping; null unless asked for. */
  norms: Tensor1D | null
}

/** One step of gradient descent, weights and the optimiser's memory included. */
export interface Stepper {
  step(batch: Batch, learningRate: number, withNorms: boolean): StepResult
  dispose(): void
}

/** Loss of a batch as Keras counts it: mean over rows of weight × loss, plus the model's regularisation penalties. */
export function lossOf(tf: Tf, model: LayersModel, loss: TrainingPlan['loss']) {
  const rowLoss = lossNamed(tf, loss)
  return (prediction: Tensor, target: Tensor, weight: Tensor1D | null): Scalar => {
    const losses = rowLoss(target, prediction)
    let total: Tensor = tf.mean(weight ? tf.mul(losses, weight) : losses)
    for (const penalty of model.calculateLosses()) total = tf.add(total, penalty)
    return total.asScalar()
  }
}

/**
 * @param groups indices into `model.trainableWeights` for each norm that `withNorms` asks for
 */
export function createStepper(
  tf: Tf,
  model: LayersModel,
  plan: TrainingPlan,
  groups: readonly (readonly number[])[],
): Stepper {
  const weights = model.trainableWeights
  const variables = weights.map((weight) => weight.read() as Variable)
  const sizes = variables.map((variable) => variable.size)
  const constrained = weights.some((weight) => weight.constraint != null)
  const flatWeights = () => tf.concat(variables.map((variable) => variable.flatten()))
  const totalLoss = lossOf(tf, model, plan.loss)
  const rule = updateRuleOf(tf, plan)

  let flat: Tensor1D = tf.tidy(flatWeights)
  let memory: Tensor1D[] = rule.memory.map((initial) => tf.fill([flat.size], initial))
  let steps = 0

  /** Forward and back: everything is there, or nothing is left behind. */
  function gradients(batch: Batch) {
    const kept: Tensor[] = []
    try {
      const { value, grads } = tf.variableGrads(() => {
        const prediction = tf.keep(model.apply(batch.x, { training: true }) as Tensor)
        kept.push(prediction)
        return totalLoss(prediction, batch.target, batch.weight)
      }, variables)
      return { loss: value, prediction: kept[0] as Tensor, grads }
    } catch (error) {
      tf.dispose(kept)
      throw error
    }
  }

  return {
    step(batch, learningRate, withNorms) {
      const { loss, prediction, grads } = gradients(batch)
      const next = tf.tidy(() => {
        const parts = variables.map((variable) => (grads[variable.name] ?? tf.zerosLike(variable)).flatten())
        const norms = withNorms ? groupNorms(tf, parts, groups) : undefined
        const gradient = clipped(tf, tf.concat(parts), plan.clipNorm)
        const update = rule.update(gradient, memory, learningRate, ++steps)
        const moved = tf.sub(flat, update.decrease) as Tensor1D
        const pieces = tf.split(moved, sizes)
        weights.forEach((weight, i) => {
          weight.write((pieces[i] as Tensor).reshape((variables[i] as Variable).shape))
        })
        return { norms, flat: constrained ? flatWeights() : moved, memory: update.memory as Tensor1D[] }
      })
      tf.dispose([flat, ...memory, ...Object.values(grads)])
      flat = next.flat
      memory = next.memory
      return { loss, prediction, norms: next.norms ?? null }
    },
    dispose() {
      tf.dispose([flat, ...memory])
    },
  }
}

/** Scaled down so that its norm is at most `limit` (Keras's global_clipnorm). */
function clipped(tf: Tf, gradient: Tensor1D, limit: number | undefined): Tensor1D {
  if (limit === undefined) return gradient
  const norm = tf.sqrt(tf.sum(tf.square(gradient)))
  return tf.mul(gradient, tf.div(limit, tf.maximum(norm, limit)))
}

const groupNorms = (tf: Tf, gradients: readonly Tensor1D[], groups: readonly (readonly number[])[]): Tensor1D =>
  tf.stack(
    groups.map((group) =>
      tf.sqrt(tf.addN([tf.scalar(0), ...group.map((i) => tf.sum(tf.square(gradients[i] as Tensor1D)))])),
    ),
  ) as Tensor1D
