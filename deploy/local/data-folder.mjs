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
  const file = settingsFile(folder)
  /** @type {Partial<Settings>} */
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const newSecret = () => randomBytes(32).toString('base64url')
  const settings = {
    sessionSecret: known.sessionSecret ?? newSecret(),
    dealSecret: known.dealSecret ?? newSecret(),
    postgresPassword: known.postgresPassword ?? newSecret(),
    postgresPort: known.postgresPort ?? (await freePort()),
  }
  saveSettings(folder, settings)
  return settings
}

/** @param {string} folder */
const settingsFile = (folder) => path.join(folder, 'settings.json')

/**
 * @param {string} folder
 * @param {Settings} settings
 */
const saveSettings = (folder, settings) =>
  writeFileSync(settingsFile(folder), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 })

/**
 * The remembered port, or another one, remembered from now on, when somebody else has taken it meanwhile.
 * @param {string} folder
 * @param {Settings} settings
 */
export async function postgresPortNow(folder, settings) {
  if (await isPortFree(settings.postgresPort)) return settings.postgresPort
  const postgresPort = await freePort()
  saveSettings(folder, { ...settings, postgresPort })
  return postgresPort
}
