import { hostname } from 'node:os'
import type { Engine } from '#grader/trainer/trainer.ts'
import type { Db } from '#lib/db.ts'
import { log } from '#lib/log.ts'
import { packageVersion } from '../versions.ts'

const HEARTBEAT_MS = 10_000

export interface Registration {
  id: string
  /** The level of box that learner code runs in. */
  box: string
  engine: Engine
  concurrency: number
}

/** Enters the worker in the table that the admin's page shows, and keeps its heartbeat; the result ends both. */
export async function registerWorker(
  db: Db,
  { id, box, engine, concurrency }: Registration,
): Promise<() => Promise<void>> {
  const now = new Date()
  await db.worker.create({
    data: {
      id,
      hostname: hostname(),
      pid: process.pid,
      box,
      engine: { ...engine, gradus: packageVersion() },
      concurrency,
      startedAt: now,
      heartbeatAt: now,
    },
  })
  const timer = setInterval(() => {
    db.worker
      .update({ where: { id }, data: { heartbeatAt: new Date() } })
      .catch((error) => log('worker').warn({ error: String(error) }, 'heartbeat failed'))
  }, HEARTBEAT_MS)
  return async () => {
    clearInterval(timer)
    await db.worker.update({ where: { id }, data: { stoppedAt: new Date(), heartbeatAt: new Date() } })
  }
}
