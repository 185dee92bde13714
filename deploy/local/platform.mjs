// @ts-check
import { dataFolder, openDataFolder } from './data-folder.mjs'
import { embeddedDatabase } from './embedded-database.mjs'
import { step } from './kit/progress.mjs'
import { checkEnvironment, platformEnvironment, requireFreePort } from './platform-environment.mjs'
import { waitForAnswer, webPart, workerPart } from './platform-parts.mjs'
import { clearLeftovers, forgetRunning, recordRunning } from './processes.mjs'
import { ensureContents } from './steps/contents.mjs'
import { ensureBuild } from './steps/generated.mjs'
import { supervise } from './supervise.mjs'

/**
 * @typedef {object} Platform
 * @property {string} url
 * @property {NodeJS.ProcessEnv} env what its parts run with
 * @property {() => Promise<void>} stop worker first, then web, then the database
 * @property {() => void} stopNow
 */

/**
 * Starts the whole platform on this machine and comes back when the web app answers.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.environment
 * @param {boolean} options.development serve from the sources and reload on change
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal] a wish to stop while it is still starting
 * @returns {Promise<Platform>}
 */
export async function startPlatform({ environment, development, log, signal }) {
  const folder = dataFolder(environment)
  await checkEnvironment(environment)
  await clearLeftovers(folder)
  const settings = await openDataFolder(folder)
  const env = platformEnvironment(environment, folder, settings, development)
  await requireFreePort(env)

  /** @type {(() => Promise<void>)[]} */
  const undo = [async () => forgetRunning(folder)]
  /** @type {import('./supervise.mjs').Supervised[]} */
  const parts = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  const stopNow = () => {
    for (const part of parts) part.stopNow()
  }
  try {
    const database = env.DATABASE_URL ? undefined : await embeddedDatabase(folder, settings, log)
    if (database) {
      undo.push(database.stop)
      env.DATABASE_URL = database.url
    }
    signal?.throwIfAborted()
    await ensureContents(env, { keptIn: database ? folder : undefined })
    signal?.throwIfAborted()
    if (!development) await ensureBuild(env)
    signal?.throwIfAborted()
    const url = env.NEXTAUTH_URL ?? ''
    const record = () =>
      recordRunning(
        folder,
        url,
        parts.flatMap((part) => part.pid() ?? []),
      )
    for (const part of [webPart(env, development), workerPart(env, development)]) {
      const supervised = supervise(part, { log, onStart: () => queueMicrotask(record) })
      parts.push(supervised)
      undo.push(supervised.stop)
    }
    await step('web app answers', () => waitForAnswer(env))
    return { url, env, stop, stopNow }
  } catch (error) {
    stopNow()
    await stop()
    throw error
  }
}
