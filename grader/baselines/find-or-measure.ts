import { measureBaselines } from '#lib/baselines/measure-baselines.ts'
import { baselineKeyOf } from '#lib/catalogue/baseline-key.ts'
import { openBaselineStore } from '#lib/catalogue/baseline-store.ts'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import type { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { thawBundle } from '#lib/catalogue/load-bundle.ts'
import type { Baselines } from '#lib/contract/baselines.ts'

/**
 * The classical baselines of an exercise, from the data folder's store or measured and put there.
 * @returns null for a by-hand exercise
 */
export async function findOrMeasure(
  dataFolder: string,
  frozen: FrozenExercise,
  { again = false }: { again?: boolean } = {},
): Promise<Baselines | null> {
  const key = baselineKeyOf(frozen)
  if (!key) return null
  const store = openBaselineStore(dataFolder)
  const known = again ? null : await store.find(key)
  if (known) return known
  const { dataset } = await thawBundle(frozen, openBlobStore(dataFolder))
  if (!dataset) throw new Error(`${frozen.exercise.slug} has no dataset`)
  const measured = measureBaselines({ ...dataset, datasetHash: key.datasetHash, metric: key.metric })
  await store.save(measured)
  return measured
}
