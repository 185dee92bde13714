import { baselineKeyOf } from '../catalogue/baseline-key.ts'
import type { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { hashOfJson } from '../catalogue/keyed-hash.ts'
import type { Db } from '../db.ts'
import { enqueueBaselines } from '../queue.ts'

/** Has the classical baselines of a published exercise measured, unless they are there or somebody is at it. */
export async function requestBaselines(
  db: Db,
  { exerciseVersionId, frozen }: { exerciseVersionId: string; frozen: FrozenExercise },
): Promise<void> {
  const key = baselineKeyOf(frozen)
  if (!key) return
  await db.$transaction(async (tx) => {
    const known = await tx.datasetBaseline.count({ where: key })
    if (known === 0) await enqueueBaselines(db, tx, { exerciseVersionId }, hashOfJson(key))
  })
}
