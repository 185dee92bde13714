import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { connectDb } from '#lib/db.ts'
import { log } from '#lib/log.ts'
import {
  closeQueue,
  GRADE_QUEUES,
  type GradeJob,
  type GradeQueue,
  openQueue,
  RUNS_AT_ONCE_PER_PERSON,
} from '#lib/queue.ts'
import { startSweeping } from '#lib/sweeper.ts'
import type { Box } from './box/box.ts'
import type { Trainer } from './trainer/trainer.ts'
import { startBaselineJobs } from './worker/baseline-jobs.ts'
import { BundleCache } from './worker/bundle-cache.ts'
import { type GradingContext, gradeJob } from './worker/grade-job.ts'
import { Lane, type Retirement } from './worker/lane.ts'
import { startPruning } from './worker/pruning.ts'
import { registerWorker } from './worker/registration.ts'

export interface WorkerOptions {
  databaseUrl: string
  /** Where published rows and weights lie. */
  dataFolder: string
  box: Box
  /** Called once for each run that is graded at the same time. */
  startTrainer: () => Promise<Trainer>
  /** When a trainer makes room for a fresh one. */
  retirement: Retirement
  concurrency: number
  /** Ends after one run. */
  once: boolean
  /** Ends when there was nothing to do for so long; null: never. */
  idleExitSeconds: number | null
  /** Aborted: takes nothing new, finishes what it is at, and ends. */
  signal: AbortSignal
  /** How long it may take to finish; what is not done by then goes back to the queue, for another worker. */
  drainSeconds: number
}

/** Progress reaches pages at most so often from one worker. */
const PROGRESS_PER_SECOND = 4
/** Twice within the heartbeat that pg-boss waits for. */
const HEARTBEAT_REFRESH_SECONDS = 4
const POLL_SECONDS = 1
/** With NOTIFY a job is fetched at once; this only catches what was told while nobody listened. */
const POLL_BESIDE_NOTIFY_SECONDS = 5
const IDLE_LOOK_MS = 250

/** Claims runs and grades them until it is told to end. Resolves with the number of deliveries it dealt with. */
export async function runWorker(options: WorkerOptions): Promise<{ handled: number }> {
  const { concurrency, box } = options
  const db = connectDb(options.databaseUrl, { poolSize: 2 + 2 * concurrency })
  const lanes = Array.from(
    { length: options.once ? 1 : concurrency },
    () => new Lane(options.startTrainer, options.retirement),
  )
  const outOfTime = new AbortController()
  const cleanUp: (() => Promise<unknown>)[] = [() => db.$disconnect(), () => closeQueue(db)]
  for (const lane of lanes) cleanUp.push(() => lane.discardTrainer())
  try {
    // Before anything is claimed: a machine on which training cannot start must not eat tries.
    const [first] = await Promise.all(lanes.map((lane) => lane.trainer()))
    if (!first) throw new RangeError('a worker needs a concurrency of at least 1')
    const id = randomUUID()
    cleanUp.push(await registerWorker(db, { id, box: box.level, engine: first.engine, concurrency }))
    cleanUp.push(startSweeping(db))
    const boss = await openQueue(options.databaseUrl, { listen: true })
    cleanUp.push(() => boss.stop({ graceful: false }))
    const store = openBlobStore(options.dataFolder)
    cleanUp.push(startPruning(db, store))
    const context: GradingContext = {
      db,
      box,
      store,
      bundles: new BundleCache(store),
      workerId: id,
      progressGapMs: (1000 / PROGRESS_PER_SECOND) * lanes.length,
      outOfTime: outOfTime.signal,
    }
    if (!options.once) cleanUp.push(await startBaselineJobs(boss, { db, dataFolder: options.dataFolder }))
    log('worker').info(
      { id, box: box.level, engine: first.engine, trainerBoxed: first.boxed, lanes: lanes.length },
      'ready',
    )
    return await claim(boss, context, lanes, queuesFor(first), options, outOfTime)
  } finally {
    for (const undo of cleanUp.reverse()) await undo()
  }
}

/** A GPU worker takes everything, what only it can take first; others leave those runs alone. */
const queuesFor = ({ engine }: Trainer): GradeQueue[] =>
  /gpu/i.test(engine.device) ? [GRADE_QUEUES.gpu, GRADE_QUEUES.any] : [GRADE_QUEUES.any]

async function claim(
  boss: PgBoss,
  context: GradingContext,
  lanes: readonly Lane[],
  queues: readonly GradeQueue[],
  { once, idleExitSeconds, signal, drainSeconds }: WorkerOptions,
  outOfTime: AbortController,
): Promise<{ handled: number }> {
  let handled = 0
  let busy = 0
  let idleSince = performance.now()
  const end = Promise.withResolvers<void>()
  const claims: { queue: GradeQueue; id: string }[] = []

  for (const lane of lanes) {
    for (const queue of queues) {
      const id = await boss.work<GradeJob, void>(
        queue,
        {
          pollingIntervalSeconds: POLL_SECONDS,
          notifyPollingIntervalSeconds: POLL_BESIDE_NOTIFY_SECONDS,
          heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
          groupConcurrency: RUNS_AT_ONCE_PER_PERSON,
        },
        async ([job]) => {
          if (!job) return
          busy++
          try {
            await lane.exclusively(() => gradeJob(context, lane, job))
          } finally {
            busy--
            handled++
            idleSince = performance.now()
            if (once) end.resolve()
            // Otherwise it would wait out its polling interval although the next job may be there.
            else boss.notifyWorker(id)
          }
        },
      )
      claims.push({ queue, id })
    }
  }

  const idleTimer = setInterval(() => {
    const idleMs = performance.now() - idleSince
    if (idleExitSeconds !== null && busy === 0 && idleMs >= idleExitSeconds * 1000) end.resolve()
  }, IDLE_LOOK_MS)
  signal.addEventListener('abort', () => end.resolve(), { once: true })
  if (signal.aborted) end.resolve()
  await end.promise
  clearInterval(idleTimer)
  log('worker').info({ busy }, 'draining')
  const graceTimer = setTimeout(
    () => outOfTime.abort(new Error(`A worker had to end, and ${drainSeconds} s were too few to finish.`)),
    drainSeconds * 1000,
  )
  // `wait` has to be said: with an id alone it is off.
  await Promise.all(claims.map(({ queue, id }) => boss.offWork(queue, { id, wait: true })))
  clearTimeout(graceTimer)
  return { handled }
}
