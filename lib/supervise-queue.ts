import { db } from './db.ts'
import { requireDatabaseUrl } from './env.ts'
import { log } from './log.ts'
import { openQueue } from './queue.ts'
import { startSweeping } from './sweeper.ts'

const RETRY_MS = 5_000

/**
 * Looks after lost jobs and runs. The web process does it too: where workers scale to zero, it may be the only one alive
 * to notice that one died.
 */
export function superviseRuns(): void {
  startSweeping(db)
  // Not awaited: the app answers, and says what is wrong, while its database is still coming up.
  superviseQueue().catch((error) => log('queue').error({ error: String(error) }, 'supervision ended'))
}

async function superviseQueue(): Promise<void> {
  for (;;) {
    try {
      await openQueue(requireDatabaseUrl(), { listen: false })
      return
    } catch (error) {
      log('queue').warn({ error: String(error) }, 'the queue is not there yet')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
