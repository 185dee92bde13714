// @ts-check
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, isRoot, root } from './kit/paths.mjs'
import { freePort, isPortFree } from './kit/ports.mjs'

/**
 * @typedef {object} Settings made up on the first start and kept: whoever loses them loses sessions and hidden rows
 * @property {string} sessionSecret
 * @property {string} dealSecret
 * @property {string} postgresPassword
 * @property {number} postgresPort
 */

/**
 * The folder of one installation's data, by default inside the clone; as root it is one whose parents the user
 * `postgres` can enter, which a clone under /root is not.
 * @param {NodeJS.ProcessEnv} environment
 */
export function dataFolder(environment) {
  if (environment.GRADUS_DATA) return path.resolve(environment.GRADUS_DATA)
  if (!isRoot) return inRoot('.gradus')
  return path.join('/var/lib/gradus', createHash('sha256').update(root).digest('hex').slice(0, 12))
}

/**
 * @param {string} folder
 * @returns {Promise<Settings>}
 */
export async function openDataFolder(folder) {
  mkdirSync(folder, { recursive: true })
  // Others may pass through to what is theirs (PostgreSQL's data); the secrets are readable to the owner alone.
  chmodSync(folder, 0o711)
  const file = path.join(folder, 'settings.json')
  /** @type {Partial<Settings>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const newSecret = () => randomBytes(32).toString('base64url')
  const settings = {
    sessionSecret: known.sessionSecret ?? newSecret(),
    dealSecret: known.dealSecret ?? newSecret(),
    postgresPassword: known.postgresPassword ?? newSecret(),
    postgresPort: known.postgresPort ?? (await freePort()),
  }
  writeFileSync(file, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })
  return settings
}

/**
 * The remembered port, or another one when somebody else has taken it meanwhile.
 * @param {Settings} settings
 */
export const postgresPortNow = async ({ postgresPort }) =>
  (await isPortFree(postgresPort)) ? postgresPort : freePort()
