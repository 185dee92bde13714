import type { PublishedDataset } from '../contract/dataset.ts'
import type { Exercise } from '../contract/exercise.ts'

/** Where a block of training rows lies, and its shape as the exercise uses it. */
export interface TrainBlock {
  sha256: string
  shape: number[]
}

/** The training rows of an exercise: all that were published, or its first `trainRows`. */
export function trainBlocks(exercise: Exercise, { splits }: PublishedDataset): { x: TrainBlock; y: TrainBlock } {
  const most = (exercise.kind === 'model' && exercise.trainRows) || Number.POSITIVE_INFINITY
  const first = ({ sha256, shape: [rows = 0, ...rest] }: TrainBlock) => ({
    sha256,
    shape: [Math.min(rows, most), ...rest],
  })
  return { x: first(splits.train.x), y: first(splits.train.y) }
}
