// @ts-check
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { dataFolder, openDataFolder, postgresPortNow } from './data-folder.mjs'
import { cacheFolder, inRoot, root } from './kit/paths.mjs'
import { isPortFree } from './kit/ports.mjs'
import { step } from './kit/progress.mjs'
import { tryRun } from './kit/run.mjs'
import { describeFailure, SetupError } from './kit/setup-error.mjs'
import { createDatabaseIfMissing, prepareDatabase, runTypeScript } from './postgres/database.mjs'
import { startPostgres } from './postgres/server.mjs'
import { clearLeftovers, forgetRunning, recordRunning } from './processes.mjs'
import { ensureBuild } from './steps/generated.mjs'
import { supervise } from './supervise.mjs'

const NEXT = inRoot('node_modules/next/dist/bin/next')
const WEB_PATIENCE_MILLISECONDS = 10_000
/** A worker finishes the run it is at; the longest exercise trains for about this long. */
const WORKER_PATIENCE_MILLISECONDS = 120_000

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
    await step('tables and queue', (say) => prepareDatabase(env, say))
    await step('demo course', (say) => runTypeScript('prisma/seed.ts', { env, onLine: say }))
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

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} folder
 * @param {import('./data-folder.mjs').Settings} settings
 * @param {boolean} development
 * @returns {NodeJS.ProcessEnv}
 */
function platformEnvironment(environment, folder, settings, development) {
  const port = environment.PORT || '3000'
  return {
    ...environment,
    NODE_ENV: development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: port,
    HOST: environment.HOST || '127.0.0.1',
    NEXTAUTH_URL: environment.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXTAUTH_SECRET: environment.NEXTAUTH_SECRET || settings.sessionSecret,
    GRADUS_SECRET: environment.GRADUS_SECRET || settings.dealSecret,
    GRADUS_DATA: folder,
    GRADUS_CACHE: cacheFolder(environment),
  }
}

/** @param {NodeJS.ProcessEnv} environment */
async function checkEnvironment(environment) {
  const program = ['--import', 'tsx', inRoot('deploy/local/check-environment.ts')]
  const { code, output } = await tryRun(process.execPath, program, { env: environment })
  if (code !== 0) throw new SetupError(output.trim(), 'set it as it should be, or unset it, and start again.')
}

/** @param {NodeJS.ProcessEnv} env */
async function requireFreePort({ PORT, HOST }) {
  if (await isPortFree(Number(PORT), HOST)) return
  throw new SetupError(
    `port ${PORT} is taken by another program`,
    `choose another, as in \`PORT=${Number(PORT) + 1} npm start\`.`,
  )
}

/**
 * @param {string} folder
 * @param {import('./data-folder.mjs').Settings} settings
 * @param {(line: string) => void} log
 */
async function embeddedDatabase(folder, settings, log) {
  const at = path.join(folder, 'postgres')
  mkdirSync(folder, { recursive: true })
  let stopping = false
  const port = await postgresPortNow(settings)
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

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} development
 */
const webPart = (env, development) => ({
  name: 'web',
  args: [NEXT, development ? 'dev' : 'start', root, '--port', env.PORT ?? '', '--hostname', env.HOST ?? ''],
  env,
  patienceMilliseconds: WEB_PATIENCE_MILLISECONDS,
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} development
 */
const workerPart = (env, development) => ({
  name: 'worker',
  args: [
    ...(development ? ['--watch', '--watch-preserve-output'] : []),
    '--import',
    'tsx',
    inRoot('grader/cli.ts'),
    'worker',
  ],
  env,
  patienceMilliseconds: WORKER_PATIENCE_MILLISECONDS,
})

/** @param {NodeJS.ProcessEnv} env */
async function waitForAnswer({ PORT, HOST }) {
  const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST
  for (;;) {
    try {
      await fetch(`http://${host}:${PORT}/`, { redirect: 'manual' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
