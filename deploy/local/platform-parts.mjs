// @ts-check
import { inRoot, root } from './kit/paths.mjs'

const NEXT = inRoot('node_modules/next/dist/bin/next')
const WEB_PATIENCE_MILLISECONDS = 10_000
/** A worker finishes the run it is at; the longest exercise trains for about this long. */
const WORKER_PATIENCE_MILLISECONDS = 120_000

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} development
 * @returns {import('./supervise.mjs').Part}
 */
export const webPart = (env, development) => ({
  name: 'web',
  args: [NEXT, development ? 'dev' : 'start', root, '--port', env.PORT ?? '', '--hostname', env.HOST ?? ''],
  env,
  patienceMilliseconds: WEB_PATIENCE_MILLISECONDS,
})

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} development
 * @returns {import('./supervise.mjs').Part}
 */
export const workerPart = (env, development) => ({
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
export async function waitForAnswer({ PORT, HOST }) {
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
