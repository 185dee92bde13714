// @ts-check
import { cacheFolder, inRoot } from './kit/paths.mjs'
import { isPortFree } from './kit/ports.mjs'
import { tryRun } from './kit/run.mjs'
import { SetupError } from './kit/setup-error.mjs'

/**
 * What the parts run with: the caller's own variables, and what a local start makes up for those that aren't set.
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} folder
 * @param {import('./data-folder.mjs').Settings} settings
 * @param {boolean} development
 * @returns {NodeJS.ProcessEnv}
 */
export function platformEnvironment(environment, folder, settings, development) {
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

/**
 * A wrong variable stops the start before anything slow.
 * @param {NodeJS.ProcessEnv} environment
 */
export async function checkEnvironment(environment) {
  const program = ['--import', 'tsx', inRoot('deploy/local/check-environment.ts')]
  const { code, output } = await tryRun(process.execPath, program, { env: environment })
  if (code !== 0) throw new SetupError(output.trim(), 'set it as it should be, or unset it, and start again.')
}

/** @param {NodeJS.ProcessEnv} env */
export async function requireFreePort({ PORT, HOST }) {
  if (await isPortFree(Number(PORT), HOST)) return
  throw new SetupError(
    `port ${PORT} is taken by another program`,
    `choose another, as in \`PORT=${Number(PORT) + 1} npm start\`.`,
  )
}
