import type { LayersModel } from '@tensorflow/tfjs'
import type { Rows } from '../contract/rows.ts'
import { augmentationFault } from './augment.ts'
import { tensorOf } from './batches.ts'
import { buildModel, type Refusal, reasonOf, refusalOf } from './build-model.ts'
import type { Compile } from './compile.ts'
import { dealRows } from './deal-rows.ts'
import { installDilatedGradient } from './dilated-gradient.ts'
import { fitModel, Untrainable } from './fit-model.ts'
import { predictRows } from './predict.ts'
import { rowsFault } from './rows-fault.ts'
import { withSeededMathRandom } from './seeded-random.ts'
import { type TargetScale, unscaled } from './targets.ts'
import type { Tf } from './tf.ts'
import { tokenFault } from './token-fault.ts'
import type { Meter, TrainingJob, TrainingListener, TrainingSummary } from './training-job.ts'

export interface TrainedModel {
  /** The weights that count, in the order of `model.getWeights()`. */
  weights(): Promise<Float32Array>
  /** [n, outputs], in the units of the labels. */
  predict(x: Rows): Promise<Rows>
  dispose(): void
}

export type TrainingOutcome = { ok: true; summary: TrainingSummary; trained: TrainedModel } | Refusal

/**
 * Builds the model of a job, draws its weights from the job's seed and fits it. The same job on the same engine gives
 * the same weights, bit for bit. A model that cannot be trained on these rows is refused, in the learner's words.
 */
export async function train(
  tf: Tf,
  job: TrainingJob,
  meter: Meter,
  listener: TrainingListener,
  compile?: Compile,
): Promise<TrainingOutcome> {
  const rowShape = job.x.shape.slice(1)
  const fault = rowsFault(job) ?? augmentationFault(rowShape, job.plan.augment ?? [])
  if (fault) return fault
  installDilatedGradient(tf)
  return withSeededMathRandom(job.seed, async () => {
    const built = await buildModel(tf, job.topology)
    if (!built.ok) return built
    const { model } = built
    const dealt = dealRows(job)
    try {
      const refusal = refusalOf(model, rowShape, job.outputs, job.plan.batchSize) ?? tokenFault(model, job.x)
      if (refusal) {
        model.dispose()
        return refusal
      }
      const summary = await fitModel(tf, job, model, dealt, meter, listener, compile)
      return { ok: true, summary, trained: trainedModel(tf, model, job.outputs, dealt.scale) }
    } catch (error) {
      model.dispose()
      if (!(error instanceof Untrainable)) throw error
      return {
        ok: false,
        message: `Your model cannot be trained on these rows: ${reasonOf(error.cause)}`,
        hint: 'Look at the layer that this speaks of: its input may have another shape or range than it needs.',
      }
    }
  })
}

function trainedModel(tf: Tf, model: LayersModel, outputs: number, scale: TargetScale): TrainedModel {
  return {
    async weights() {
      const weights = model.getWeights()
      const all = new Float32Array(weights.reduce((sum, weight) => sum + weight.size, 0))
      let at = 0
      for (const weight of weights) {
        all.set((await weight.data()) as Float32Array, at)
        at += weight.size
      }
      return all
    },
    async predict(x) {
      const rows = tensorOf(tf, x)
      try {
        const answer = await predictRows(tf, model, rows, outputs)
        return { shape: answer.shape, data: unscaled(answer.data, scale) }
      } finally {
        rows.dispose()
      }
    },
    dispose() {
      model.dispose()
    },
  }
}
