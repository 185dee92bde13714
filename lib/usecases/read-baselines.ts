import { z } from 'zod'
import { baselineKeyOf } from '../catalogue/baseline-key.ts'
import type { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { ClassicalBaseline } from '../contract/baselines.ts'
import type { Db } from '../db.ts'
import type { ClassicalScore } from '../domain/bars.ts'

const Models = z.array(ClassicalBaseline)

/**
 * What classical models reach on one hidden split. `private` may be asked for only once private scores are revealed
 * (isRevealed): before, a baseline's private score would be a peek at the rows that count.
 * @returns null while they are being measured; nothing for a by-hand exercise
 */
export async function readBaselines(
  db: Db,
  { frozen, split }: { frozen: Pick<FrozenExercise, 'exercise' | 'dataset'>; split: 'public' | 'private' },
): Promise<ClassicalScore[] | null> {
  const key = baselineKeyOf(frozen)
  if (!key) return []
  const row = await db.datasetBaseline.findUnique({ where: { datasetHash_metric_trainRows_recipe: key } })
  if (!row) return null
  return Models.parse(row.models).map(({ name, encoding, fittedRows, ...scores }) => ({
    name,
    how: [
      ...(encoding ? [encoding] : []),
      ...(fittedRows < key.trainRows ? [`trained on ${fittedRows} of ${key.trainRows} rows`] : []),
    ].join(', '),
    score: scores[split],
  }))
}
