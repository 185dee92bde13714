import type { Refusal } from './build-model.ts'
import type { TrainingJob } from './training-job.ts'

/** Rows that no training can use: the learner's `prepare` made them. Null when they are sound. */
export function rowsFault({ x, y, task, outputs }: TrainingJob): Refusal | null {
  const rows = y.shape[0] ?? 0
  if (x.shape[0] !== rows)
    return {
      ok: false,
      message: `\`prepare\` gave ${x.shape[0]} rows for ${rows} training rows.`,
      hint: 'It must give one row for each row it gets, in the same order.',
    }
  const at = x.data.findIndex((value) => !Number.isFinite(value))
  if (at >= 0)
    return {
      ok: false,
      message: `Your prepared rows hold ${x.data[at]} (first in row ${Math.floor((at / x.data.length) * rows) + 1}).`,
      hint: 'Dividing by a standard deviation of 0 does that, and so does the logarithm of 0: add a small number first.',
    }
  const classes = task === 'binary' ? 2 : outputs
  const classification = task === 'binary' || task === 'multiclass'
  const strange = y.data.find((label) =>
    classification ? !(Number.isInteger(label) && label >= 0 && label < classes) : !Number.isFinite(label),
  )
  if (strange !== undefined) throw new RangeError(`label ${strange} in a ${task} task of ${classes} classes`)
  return null
}
