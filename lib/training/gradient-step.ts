import type { LayersModel, NamedTensorMap, Scalar, Tensor, Tensor1D, Variable } from '@tensorflow/tfjs'
import type { TrainingPlan } from '../contract/plan.ts'
import { type Batch, batchFrom, gathered, halvesOf, rowsIn, tensorsOf } from './batches.ts'
import type { Compile } from './compile.ts'
import { worthHalving } from './halves.ts'
import { lossNamed } from './losses.ts'
import { updateRuleOf } from './optimizers.ts'
import type { Tf } from './tf.ts'

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
  /** Steps that ran compiled. */
  readonly compiledSteps: number
  /** Why some steps could not be compiled; null when all could, or when there is no compiler. */
  readonly eagerBecause: string | null
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
 * @param compile makes steps faster where the engine can; without it each step runs operation by operation
 */
export function createStepper(
  tf: Tf,
  model: LayersModel,
  plan: TrainingPlan,
  groups: readonly (readonly number[])[],
  compile?: Compile,
): Stepper {
  const weights = model.trainableWeights
  const variables = weights.map((weight) => weight.read() as Variable)
  const sizes = variables.map((variable) => variable.size)
  const constrained = weights.some((weight) => weight.constraint != null)
  const flatWeights = () => tf.concat(variables.map((variable) => variable.flatten()))
  const totalLoss = lossOf(tf, model, plan.loss)
  const rule = updateRuleOf(tf, plan)

  /** The weights laid end to end, then the rule's memory. */
  let state: Tensor[] = tf.tidy(() => {
    const flat = flatWeights()
    return [flat, ...rule.memory.map((initial) => tf.fill([flat.size], initial))]
  })
  const factorCount = rule.factors(1, 1).length
  let steps = 0

  // Only a compiled step has anything to gain: one by one, operations are never side by side.
  const halving = compile !== undefined && worthHalving(model, plan.batchSize)

  /** Forward and back: everything is there, or nothing is left behind. */
  function gradients(batch: Batch): Gradients {
    const rows = rowsIn(batch)
    const kept: Tensor[] = []
    const pass = (part: Batch): { value: Scalar; grads: NamedTensorMap } => {
      const { x, target, weight } = gathered(tf, part)
      return tf.variableGrads(() => {
        const prediction = tf.keep(model.apply(x, { training: true }) as Tensor)
        kept.push(prediction)
        const loss = totalLoss(prediction, target, weight)
        return part === batch ? loss : tf.mul(loss, rowsIn(part) / rows)
      }, variables)
    }
    try {
      return tf.tidy(() => {
        if (!halving || rows < 2) {
          const { value, grads } = pass(batch)
          return { loss: value, prediction: kept[0] as Tensor, grads }
        }
        const [half, rest] = halvesOf(tf, batch)
        const [first, second] = [pass(half), pass(rest)]
        const prediction = tf.concat(kept)
        tf.dispose(kept)
        return {
          loss: tf.add<Scalar>(first.value, second.value),
          prediction,
          grads: added(tf, first.grads, second.grads),
        }
      })
    } catch (error) {
      tf.dispose(kept)
      throw error
    }
  }

  /** From [state, factors, batch] to [loss, prediction, next state, norms or nothing]. */
  function runStep(inputs: readonly Tensor[], withNorms: boolean): Tensor[] {
    const [flat, ...memory] = inputs.slice(0, state.length) as [Tensor1D, ...Tensor1D[]]
    const factors = inputs.slice(state.length, state.length + factorCount) as Scalar[]
    const { loss, prediction, grads } = gradients(batchFrom(inputs.slice(state.length + factorCount)))
    const next = tf.tidy(() => {
      const parts = variables.map((variable) => (grads[variable.name] ?? tf.zerosLike(variable)).flatten())
      const norms = withNorms ? [groupNorms(tf, parts, groups)] : []
      const update = rule.update(flat, clipped(tf, tf.concat(parts), plan.clipNorm), memory, factors)
      const pieces = tf.split(update.weights, sizes)
      weights.forEach((weight, i) => {
        weight.write((pieces[i] as Tensor).reshape((variables[i] as Variable).shape))
      })
      return [constrained ? flatWeights() : update.weights, ...update.memory, ...norms]
    })
    tf.dispose(grads)
    return [loss, prediction, ...next]
  }
  // A norm costs a compiled step next to nothing, a second graph without norms would cost a second compilation.
  const compiled = compile?.(
    (inputs) => runStep(inputs, groups.length > 0),
    model.weights.map((weight) => weight.read() as Variable),
  )

  return {
    step(batch, learningRate, withNorms) {
      const factors = rule.factors(learningRate, ++steps).map((factor) => tf.scalar(factor))
      const inputs = [...state, ...factors, ...tensorsOf(batch)]
      const [loss, prediction, ...rest] = compiled ? compiled.run(inputs) : runStep(inputs, withNorms)
      tf.dispose([...state, ...factors])
      const norms = rest[state.length] as Tensor1D | undefined
      state = rest.slice(0, state.length)
      if (!withNorms) norms?.dispose()
      return { loss: loss as Scalar, prediction: prediction as Tensor, norms: (withNorms && norms) || null }
    },
    get compiledSteps() {
      return compiled?.compiledRuns ?? 0
    },
    get eagerBecause() {
      return compiled?.eagerBecause ?? null
    },
    dispose() {
      tf.dispose(state)
      compiled?.dispose()
    },
  }
}

interface Gradients {
  loss: Scalar
  prediction: Tensor
  /** By the variable's name; none of those that the loss does not depend on. */
  grads: NamedTensorMap
}

const added = (tf: Tf, some: NamedTensorMap, others: NamedTensorMap): NamedTensorMap =>
  Object.fromEntries(Object.entries(some).map(([name, grad]) => [name, tf.add(grad, others[name] as Tensor)]))

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
