import { type BaselineKey, RECIPE } from '../contract/baselines.ts'
import type { FrozenExercise } from './frozen-exercise.ts'

/** What the classical baselines of an exercise are stored by; null for a by-hand exercise, which has none. */
export function baselineKeyOf({ exercise, dataset }: Pick<FrozenExercise, 'exercise' | 'dataset'>): BaselineKey | null {
  if (exercise.kind !== 'model' || !dataset) return null
  return {
    datasetHash: dataset.published.hash,
    metric: exercise.metric,
    trainRows: exercise.trainRows ?? dataset.card.split.train,
    recipe: RECIPE,
  }
}
