import { db } from '#lib/db.ts'
import { requireDatabaseUrl } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { openQueue } from '#lib/queue.ts'
import { startSweeping } from '#lib/sweeper.ts'

/**
 * Runs once when the web server starts. Lost jobs and runs are looked after here too: where workers scale to zero, the
 * web process may be the only one alive to notice that one died.
 */
export async function register(): Promise<void> {
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
      await new Promise((resolve) => setTimeout(resolve, 5_000))
    }
  }
}
