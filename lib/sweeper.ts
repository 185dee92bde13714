import type { Db } from './db.ts'
import { log } from './log.ts'
import { sweepRuns } from './usecases/sweep-runs.ts'

/** A killed worker's run is to be taken again within 60 s, whichever way its loss is noticed. */
const SWEEP_EVERY_MS = 15_000

/** Sweeps now and then until it is told to stop; every web process and every worker does it, one at a time. */
export function startSweeping(db: Db): () => Promise<void> {
  let sweeping: Promise<void> = Promise.resolve()
  let isSweeping = false
  const sweep = async () => {
    if (isSweeping) return
    isSweeping = true
    try {
      const result = await sweepRuns(db, new Date())
      if (result && result.requeued.length + result.gaveUp.length > 0) log('sweep').warn(result, 'runs had been lost')
    } catch (error) {
      log('sweep').error({ error: String(error) }, 'sweep failed; the next one follows')
    } finally {
      isSweeping = false
    }
  }
  const timer = setInterval(() => {
    sweeping = sweep()
  }, SWEEP_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await sweeping
  }
}
