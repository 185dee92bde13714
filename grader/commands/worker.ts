import { availableParallelism } from 'node:os'
import { env, requireDatabaseUrl } from '#lib/env.ts'
import { warmBoxes } from '../box/warm-boxes.ts'
import { LEARNER_LIMITS } from '../grading/learner-limits.ts'
import { runWorker } from '../worker.ts'
import { engineProfile, openBoxes, startDefaultTrainer } from './engine.ts'

/** @returns the exit code */
export async function workerCommand(options: {
  once?: boolean
  idleExit?: number
  concurrency?: number
}): Promise<number> {
  const drain = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => drain.abort())
  const { GRADUS_CONCURRENCY, GRADUS_DATA, GRADUS_TRAINER_RUNS, GRADUS_TRAINER_RECYCLE_MIB, GRADUS_DRAIN_SECONDS } =
    env()
  // A trainer works with `threads` of its own: more runs at once than that leaves would only slow each other down.
  const concurrency =
    options.concurrency ??
    GRADUS_CONCURRENCY ??
    Math.max(1, Math.floor(availableParallelism() / engineProfile().threads))
  const box = await openBoxes()
  const ready = warmBoxes(box, LEARNER_LIMITS, concurrency)
  try {
    await runWorker({
      databaseUrl: requireDatabaseUrl(),
      dataFolder: GRADUS_DATA,
      // Started before they are needed, all with the limits that every run has.
      box: { ...box, start: () => ready.take() },
      startTrainer: startDefaultTrainer,
      retirement: { runs: GRADUS_TRAINER_RUNS, residentMiB: GRADUS_TRAINER_RECYCLE_MIB },
      concurrency,
      once: options.once === true,
      idleExitSeconds: options.idleExit ?? null,
      signal: drain.signal,
      drainSeconds: GRADUS_DRAIN_SECONDS,
    })
  } finally {
    await ready.close()
  }
  return 0
}
