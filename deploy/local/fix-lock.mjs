// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inRoot } from './kit/paths.mjs'

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string} [resolved]
 * @property {Record<string, string>} [optionalDependencies]
 */

/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

const SYSTEMS = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32 windows'.split(' ')
const PROCESSORS =
  'arm arm64 armv6 armv7 armv8 ia32 loong64 mips64 mips64el ppc64 ppc64le riscv64 s390x universal wasm32 x64'.split(' ')

/**
 * A registry that mirrors one platform only makes `npm install` drop the other platforms' optional packages from the
 * lock, and `npm ci` then refuses that lock. This puts them back as stubs: exact version, system, processor.
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }}
 */
export function restorePlatformPackages(lock) {
  /** @type {Record<string, LockedPackage>} */
  const stubs = {}
  for (const [at, locked] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
      if (isLocked(lock, at, name)) continue
      const stub = stubFor(name, range, locked)
      if (stub) stubs[`node_modules/${name}`] = stub
    }
  }
  const byPath = Object.entries({ ...lock.packages, ...stubs }).sort(([a], [b]) => (a < b ? -1 : 1))
  return { lock: { ...lock, packages: Object.fromEntries(byPath) }, added: Object.keys(stubs).sort() }
}

/**
 * Looks where Node would: beside the dependant, then in each folder above it.
 * @param {Lock} lock
 * @param {string} at
 * @param {string} name
 * @returns {boolean}
 */
function isLocked(lock, at, name) {
  if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
  if (!at) return false
  return isLocked(lock, at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '', name)
}

/**
 * @param {string} name
 * @param {string} range
 * @param {LockedPackage} dependant
 * @returns {LockedPackage | undefined} nothing for an optional package that belongs to no platform
 */
function stubFor(name, range, dependant) {
  const version = /\d+\.\d+\.\d+[\w.+-]*/.exec(range)?.[0]
  const words = name.split(/[-/@]/)
  const os = SYSTEMS.filter((system) => words.includes(system)).map((system) =>
    system === 'windows' ? 'win32' : system,
  )
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  if (cpu.length === 0 && words.some((word) => word.startsWith('arm'))) cpu.push('arm')
  if (!version || (os.length === 0 && cpu.length === 0)) return undefined
  return {
    version,
    ...(dependant.dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
  }
}

/**
 * Addresses in a lock would send every other clone to one machine's registry.
 * @param {Lock} lock
 */
export const packagesWithAddress = (lock) =>
  Object.entries(lock.packages).flatMap(([at, locked]) => (/^https?:/.test(locked.resolved ?? '') ? [at] : []))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = inRoot('package-lock.json')
  const { lock, added } = restorePlatformPackages(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`fix-lock: ${added.length} platform packages put back`)
  const addressed = packagesWithAddress(lock)
  if (addressed.length > 0) {
    console.error(`fix-lock: ${addressed.length} packages name a registry; set omit-lockfile-registry-resolved=true`)
    process.exitCode = 1
  }
}
