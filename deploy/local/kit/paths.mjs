// @ts-check
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the clone this file lies in. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(root, ...parts)

export const isRoot = process.getuid?.() === 0

/**
 * Where big, shareable things are kept: outside the clone, so that a second clone downloads nothing. As root it is a
 * folder that other users (`postgres`, a sandbox's uid) can traverse, which a private home is not.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function cacheFolder(environment = process.env) {
  if (environment.GRADUS_CACHE) return path.resolve(environment.GRADUS_CACHE)
  if (isRoot) return '/var/cache/gradus'
  return path.join(environment.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'gradus')
}
