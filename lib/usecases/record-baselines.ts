import type { Baselines } from '../contract/baselines.ts'
import type { Db } from '../db.ts'

/** Stores measured baselines. Measured twice, they are the same: the second time changes nothing. */
export async function recordBaselines(db: Db, { key, models }: Baselines, now: Date): Promise<void> {
  await db.datasetBaseline.upsert({
    where: { datasetHash_metric_trainRows_recipe: key },
    update: {},
    create: { ...key, models, measuredAt: now },
  })
}
