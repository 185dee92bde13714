import type { PgBoss } from 'pg-boss'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import type { Db } from '#lib/db.ts'
import { log } from '#lib/log.ts'
import { BASELINE_QUEUE, BaselineJob } from '#lib/queue.ts'
import { recordBaselines } from '#lib/usecases/record-baselines.ts'
import { measureApart } from '../baselines/measure-apart.ts'

const POLL_SECONDS = 5
/** Twice within the heartbeat that pg-boss waits for. */
const HEARTBEAT_REFRESH_SECONDS = 4

/**
 * Measures what is asked for of classical baselines, one after the other, beside the runs.
 * @returns what ends it: the one under way is given up, and left to the next worker
 */
export async function startBaselineJobs(
  boss: PgBoss,
  { db, dataFolder }: { db: Db; dataFolder: string },
): Promise<() => Promise<void>> {
  const leaving = new AbortController()
  const options = { pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS }
  const id = await boss.work<BaselineJob, void>(BASELINE_QUEUE, options, async ([job]) => {
    if (!job) return
    const { exerciseVersionId } = BaselineJob.parse(job.data)
    const version = await db.exerciseVersion.findUniqueOrThrow({ where: { id: exerciseVersionId } })
    const frozen = FrozenExercise.parse(version.bundle)
    await recordBaselines(db, await measureApart(dataFolder, frozen, leaving.signal), new Date())
    log('worker').info({ exercise: version.slug }, 'baselines measured')
  })
  return async () => {
    leaving.abort()
    await boss.offWork(BASELINE_QUEUE, { id, wait: true })
  }
}
