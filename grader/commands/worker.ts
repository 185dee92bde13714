import { availableParallelism } from 'node:os'
import { env, requireDatabaseUrl } from '#lib/env.ts'
import { runWorker } from '../worker.ts'
import { defaultProfile, openBoxes, startDefaultTrainer } from './engine.ts'

/** @returns the exit code */
export async function workerCommand(options: {
  once?: boolean
  idleExit?: number
  concurrency?: number
}): Promise<number> {
  const drain = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => drain.abort())
  const { GRADUS_CONCURRENCY, GRADUS_DATA } = env()
  const box = await openBoxes()
  await runWorker({
    databaseUrl: requireDatabaseUrl(),
    dataFolder: GRADUS_DATA,
    box,
    startTrainer: startDefaultTrainer,
    // A trainer works with `threads` of its own: more runs at once than that leaves would only slow each other down.
    concurrency:
      options.concurrency ??
      GRADUS_CONCURRENCY ??
      Math.max(1, Math.floor(availableParallelism() / defaultProfile.threads)),
    once: options.once === true,
    idleExitSeconds: options.idleExit ?? null,
    signal: drain.signal,
  })
  return 0
}
