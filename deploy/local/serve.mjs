// @ts-check
import { once } from 'node:events'
import { watchNpm } from './kit/orphaned.mjs'
import { setUp } from './set-up.mjs'
import { ensureNode } from './steps/node-runtime.mjs'

const DEMO_ACCOUNTS = ['student@gradus.example', 'instructor@gradus.example', 'admin@gradus.example']
const DEMO_PASSWORD = 'gradus-demo'
const ECHO_MILLISECONDS = 1000

/**
 * All set-up, then the platform until somebody stops it.
 * @param {{ development: boolean }} options
 * @returns {Promise<number>}
 */
export async function serve({ development }) {
  await ensureNode()
  await setUp()
  // Only now are there packages to import.
  const { startPlatform } = await import('./platform.mjs')
  const asked = new AbortController()
  watchForStop().then(() => asked.abort())
  watchNpm(() => asked.abort())
  const { signal } = asked
  const platform = await startPlatform({
    environment: process.env,
    development,
    log: (line) => console.log(line),
    signal,
  })
  console.log(`\n  Gradus is at ${platform.url}\n`)
  for (const account of DEMO_ACCOUNTS) console.log(`    ${account.padEnd(28)} ${DEMO_PASSWORD}`)
  console.log('\n  Ctrl-C stops it.\n')
  if (!signal.aborted) await once(signal, 'abort')
  console.log('\nStopping: the worker finishes its run first (Ctrl-C again to stop at once).')
  watchForStop(ECHO_MILLISECONDS).then(platform.stopNow)
  await platform.stop()
  console.log('Stopped.')
  return 0
}

/**
 * One Ctrl-C may arrive twice, from the terminal and passed on by npm: what follows within `deaf` is no second wish.
 * @param {number} [deaf]
 * @returns {Promise<void>}
 */
function watchForStop(deaf = 0) {
  const since = Date.now()
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (Date.now() - since >= deaf) resolve()
      })
    }
  })
}
