// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot, root } from './paths.mjs'

const NEVER_SOURCES = new Set(['node_modules', '.next', '.gradus', '.git', 'generated'])

/**
 * One hash over files and whole folders of the clone, names included: equal hash, nothing to do again.
 * @param {string[]} sources paths relative to the clone; a missing one counts as absent
 * @param {string} [salt] anything else the outcome depends on, such as a version
 */
export function hashSources(sources, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const source of sources) {
    for (const file of listFiles(inRoot(source))) {
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

/**
 * @param {string} at
 * @returns {string[]}
 */
function listFiles(at) {
  if (!existsSync(at)) return []
  if (!statSync(at).isDirectory()) return [at]
  return readdirSync(at)
    .filter((name) => !NEVER_SOURCES.has(name))
    .sort()
    .flatMap((name) => listFiles(path.join(at, name)))
}

/**
 * A stamp lies beside what it vouches for, so that deleting the one deletes the other.
 * @param {string} file
 * @param {string} value
 */
export const isStamped = (file, value) => existsSync(file) && readFileSync(file, 'utf8').trim() === value

/**
 * @param {string} file
 * @param {string} value
 */
export function writeStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${value}\n`)
}
