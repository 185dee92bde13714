// @ts-check
import path from 'node:path'
import { postgresPortNow } from './data-folder.mjs'
import { step } from './kit/progress.mjs'
import { describeFailure } from './kit/setup-error.mjs'
import { createDatabaseIfMissing } from './postgres/database.mjs'
import { startPostgres, stopLeftoverServer } from './postgres/server.mjs'

/**
 * A PostgreSQL in the data folder, kept running until it is stopped.
 * @param {string} folder
 * @param {import('./data-folder.mjs').Settings} settings
 * @param {(line: string) => void} log
 */
export async function embeddedDatabase(folder, settings, log) {
  const at = path.join(folder, 'postgres')
  let stopping = false
  await stopLeftoverServer(at) // which would still hold its port
  const port = await postgresPortNow(folder, settings)
  const start = () => startPostgres({ folder: at, port, password: settings.postgresPassword })
  let server = await step('PostgreSQL', async () => {
    const started = await start()
    await createDatabaseIfMissing(started, 'gradus')
    return started
  })
  const watch = () => {
    server.ended.then(async () => {
      if (stopping) return
      log('PostgreSQL ended unexpectedly; starting it again')
      try {
        server = await start()
        watch()
      } catch (error) {
        log(`PostgreSQL cannot be started again; stop with Ctrl-C and look into it.\n${describeFailure(error)}`)
      }
    })
  }
  watch()
  const stop = async () => {
    stopping = true
    await server.stop()
  }
  return { url: server.url('gradus'), stop }
}
