import { fromPrisma, PgBoss } from 'pg-boss'
import { z } from 'zod'
import { type Db, databaseUrlOf, type Tx } from './db.ts'
import { MAX_TRIES } from './domain/run-state.ts'
import { log } from './log.ts'

const SCHEMA = 'pgboss'

/** One queue for any worker, one for those with a GPU: a CPU worker never sees a run that it must not take. */
export const GRADE_QUEUES = { any: 'grade', gpu: 'grade-gpu' } as const
export type GradeQueue = (typeof GRADE_QUEUES)[keyof typeof GRADE_QUEUES]
const LOST_QUEUE = 'grade-lost'

/** A job that is not heard of for so long goes to another worker. 10 is the least that pg-boss takes. */
export const HEARTBEAT_SECONDS = 10
/** How often an overdue heartbeat is looked for. Together with it: a killed worker's run is taken again in under 20 s. */
const SUPERVISE_SECONDS = 5
const RETRY_DELAY_SECONDS = 2
/** The run's own deadline ends a run that hangs; the queue's only has to be later. 24 h is the most that pg-boss takes. */
const EXPIRE_SECONDS = 23 * 3600
const BASELINE_EXPIRE_SECONDS = 1800
/** A worker that ends gives its measuring up, which costs a try. */
const BASELINE_RETRIES = 20
/** Runs of one person graded at once, over all workers. */
export const RUNS_AT_ONCE_PER_PERSON = 2

export const GradeJob = z.strictObject({
  runId: z.string(),
  /** The run's attempt when the job was queued: delivery n of the job writes as attempt `baseAttempt` + n. */
  baseAttempt: z.number().int().nonnegative(),
})
export type GradeJob = z.infer<typeof GradeJob>

/** Classical baselines of a published dataset: measured in the background, by whichever worker is there. */
export const BASELINE_QUEUE = 'baselines'
export const BaselineJob = z.strictObject({ exerciseVersionId: z.string() })
export type BaselineJob = z.infer<typeof BaselineJob>

const report = (boss: PgBoss) => {
  boss.on('error', (error) => log('queue').error({ error: String(error) }, 'queue'))
  return boss
}

/**
 * Installs or upgrades the queue's tables and settings. Part of the migration step, so that the web app never waits for
 * a worker. Safe to repeat.
 */
export async function installQueueSchema(connectionString: string): Promise<void> {
  const boss = report(new PgBoss({ connectionString, schema: SCHEMA, supervise: false, schedule: false, max: 2 }))
  await boss.start()
  try {
    await boss.createQueue(LOST_QUEUE)
    for (const name of Object.values(GRADE_QUEUES)) {
      const options = {
        deadLetter: LOST_QUEUE,
        notify: true,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: EXPIRE_SECONDS,
        retryLimit: MAX_TRIES - 1,
        retryDelay: RETRY_DELAY_SECONDS,
        retryBackoff: true,
      }
      await boss.createQueue(name, options)
      // createQueue leaves a queue that exists as it is.
      await boss.updateQueue(name, options)
    }
    // Exclusive: what is asked for twice is measured once.
    await boss.createQueue(BASELINE_QUEUE, {
      policy: 'exclusive',
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: BASELINE_EXPIRE_SECONDS,
      retryLimit: BASELINE_RETRIES,
      retryDelay: RETRY_DELAY_SECONDS,
    })
  } finally {
    await boss.stop({ graceful: false })
  }
}

const shared = globalThis as typeof globalThis & { gradusSenders?: Map<string, Promise<PgBoss>> }
// Kept there because the development server loads modules anew at every change.
shared.gradusSenders ??= new Map()
const senders = shared.gradusSenders

/** Only sends and looks up; what it writes goes through the caller's transaction, its own connection only reads. */
function senderOf(db: Db): Promise<PgBoss> {
  const connectionString = databaseUrlOf(db)
  const known = senders.get(connectionString)
  if (known) return known
  const boss = report(
    new PgBoss({
      connectionString,
      schema: SCHEMA,
      migrate: false,
      supervise: false,
      schedule: false,
      registerInstance: false,
      max: 1,
    }),
  )
  const started = boss.start()
  senders.set(connectionString, started)
  // A start that failed, as on a database that is still coming up, is tried again by the next caller.
  started.catch(() => senders.delete(connectionString))
  return started
}

/** Ends what `enqueueRun` keeps for this client, so that the process can exit. */
export async function closeQueue(db: Db): Promise<void> {
  const sender = senders.get(databaseUrlOf(db))
  senders.delete(databaseUrlOf(db))
  await (await sender)?.stop({ graceful: false })
}

export interface RunToQueue {
  runId: string
  userId: string
  baseAttempt: number
  requiresGpu: boolean
  /** Higher is sooner. */
  priority: number
}

/** Queues a run within the caller's transaction: the job exists if and only if what the caller writes does. */
export async function enqueueRun(db: Db, tx: Tx, run: RunToQueue): Promise<void> {
  const boss = await senderOf(db)
  const data: GradeJob = { runId: run.runId, baseAttempt: run.baseAttempt }
  await boss.send(run.requiresGpu ? GRADE_QUEUES.gpu : GRADE_QUEUES.any, data, {
    db: fromPrisma(tx),
    group: { id: run.userId },
    priority: run.priority,
  })
}

/** Asks for the baselines of an exercise version. @param key what they are stored by: asked for once at a time */
export async function enqueueBaselines(db: Db, tx: Tx, job: BaselineJob, key: string): Promise<void> {
  const boss = await senderOf(db)
  await boss.send(BASELINE_QUEUE, job, { db: fromPrisma(tx), singletonKey: key })
}

/** A connection of a worker or of the web process's supervisor: it has timers and a pool, and wants stopping. */
export async function openQueue(connectionString: string, options: { listen: boolean }): Promise<PgBoss> {
  const boss = report(
    new PgBoss({
      connectionString,
      schema: SCHEMA,
      migrate: false,
      schedule: false,
      registerInstance: false,
      max: 3,
      useListenNotify: options.listen,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
    }),
  )
  return boss.start()
}

const QUEUE_NAMES = Object.values(GRADE_QUEUES)

/** How many runs will be taken before this one; null when it is not waiting. */
export async function findQueuePosition(db: Tx, runId: string): Promise<number | null> {
  const rows = await db.$queryRaw<{ ahead: number }[]>`
    with mine as (
      select name, priority, created_on, id from pgboss.job
      where name = any(${QUEUE_NAMES}) and state in ('created', 'retry') and data->>'runId' = ${runId}
      limit 1
    )
    select (
      select count(*)::int from pgboss.job other
      where other.name = mine.name and other.state in ('created', 'retry')
        and (other.priority > mine.priority
          or (other.priority = mine.priority and (other.created_on, other.id) < (mine.created_on, mine.id)))
    ) as ahead
    from mine`
  return rows[0]?.ahead ?? null
}

/** Of the runs that are not finished, those that no job will ever bring to an end. */
export async function findRunsWithoutJob(db: Tx, queuedBefore: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select run.id from "Run" run
    where run.state <> 'finished' and run."queuedAt" < ${queuedBefore}
      and not exists (
        select 1 from pgboss.job job
        where job.name = any(${QUEUE_NAMES}) and job.state in ('created', 'retry', 'active')
          and job.data->>'runId' = run.id
      )`
  return rows.map(({ id }) => id)
}

/** Takes the job of a run out of the queue, after the run was ended by other means. */
export async function forgetJobs(db: Db, tx: Tx, runId: string): Promise<void> {
  const boss = await senderOf(db)
  for (const queue of QUEUE_NAMES) {
    const jobs = await boss.findJobs<GradeJob>(queue, { data: { runId }, db: fromPrisma(tx) })
    const open = jobs.filter(({ state }) => state === 'created' || state === 'retry' || state === 'active')
    if (open.length > 0) {
      await boss.cancel(
        queue,
        open.map(({ id }) => id),
        { db: fromPrisma(tx) },
      )
    }
  }
}
