import { type Rows, takeRows } from '../contract/rows.ts'
import type { FitRows } from './batches.ts'
import { rowWeights } from './class-weights.ts'
import { splitRows } from './split-rows.ts'
import { oneHot, scaled, scaleOf, type TargetScale, UNSCALED } from './targets.ts'
import type { TrainingJob } from './training-job.ts'

/** The rows of a job as training uses them. */
export interface DealtRows {
  fit: FitRows
  /** Labels of the rows that train, in their units. */
  labels: Float32Array
  validation: { x: Rows; target: Rows; labels: Float32Array } | null
  scale: TargetScale
}

export function dealRows(job: TrainingJob): DealtRows {
  const { plan } = job
  const { train, validation } = splitRows(job.x.shape[0] ?? 0, plan.validationSplit, job.ordered, job.seed)
  const labels = takeRows(job.y, train)
  const scale = plan.scaleTarget ? scaleOf(labels.data) : UNSCALED
  const held = takeRows(job.y, validation)
  return {
    fit: {
      x: takeRows(job.x, train),
      target: targetsOf(job, labels, scale),
      weight: rowWeights(labels.data, plan.classWeight),
    },
    labels: labels.data,
    validation:
      validation.length > 0
        ? { x: takeRows(job.x, validation), target: targetsOf(job, held, scale), labels: held.data }
        : null,
    scale,
  }
}

function targetsOf({ task, outputs }: TrainingJob, labels: Rows, scale: TargetScale): Rows {
  if (task === 'regression' || task === 'forecast') return scaled(labels, scale)
  return outputs > 1 ? oneHot(labels, outputs) : labels
}
