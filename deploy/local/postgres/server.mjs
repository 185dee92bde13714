// @ts-check
import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { SetupError } from '../kit/setup-error.mjs'
import { serverAccount } from './account.mjs'
import { serverPrograms } from './programs.mjs'

const STARTED_WITHIN_MILLISECONDS = 60_000
const SUPERUSER = 'postgres'

/**
 * @typedef {object} PostgresServer
 * @property {(database: string) => string} url
 * @property {number | undefined} pid
 * @property {Promise<void>} ended settles when the server's process has ended, asked to or not
 * @property {() => Promise<void>} stop lets transactions roll back, then waits for the end
 */

/**
 * A PostgreSQL of our own: reachable on 127.0.0.1 only, by password only, no Unix socket.
 * @param {object} options
 * @param {string} options.folder where its data lies or will lie
 * @param {number} options.port
 * @param {string} options.password
 * @param {string[]} [options.settings] such as `fsync=off`
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres({ folder, port, password, settings = [] }) {
  const account = await serverAccount()
  const programs = serverPrograms(account)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) await initialise(folder, programs, account, password)
  await stopLeftoverServer(folder)
  const all = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, ...settings]
  const args = ['-D', folder, ...all.flatMap((setting) => ['-c', setting])]
  // A process group of its own: Ctrl-C must reach the supervisor alone, which stops the parts in order.
  const child = spawn(path.join(programs, 'postgres'), args, {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk) => {
    log = `${log}${chunk}`.slice(-4000)
  })
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  /** @param {string} database */
  const url = (database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  const stop = async () => {
    child.kill('SIGINT') // PostgreSQL's "fast" shutdown
    await ended
  }
  const ready = await Promise.race([waitUntilReady(url('postgres')), ended.then(() => 'ended')])
  if (ready === 'ready') return { url, pid: child.pid, ended, stop }
  await stop()
  throw new SetupError(
    `PostgreSQL did not start from ${folder}:\n${log}`,
    'read its last lines above; if its data is of no use any more, delete that folder and start again.',
  )
}

/**
 * @param {string} folder
 * @param {string} programs
 * @param {import('./account.mjs').Account} account
 * @param {string} password
 */
async function initialise(folder, programs, account, password) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwordFile = `${folder}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if ('uid' in account) for (const at of [folder, passwordFile]) chownSync(at, account.uid, account.gid)
  const args = ['--pgdata', folder, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const child = spawn(path.join(programs, 'initdb'), [...args, ...locale], { ...account, cwd: folder })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', resolve))
  rmSync(passwordFile, { force: true })
  if (code === 0) return
  throw new SetupError(
    `initdb could not make a database in ${folder}:\n${output}`,
    'set GRADUS_DATA to a folder whose parents the user `postgres` can enter, or DATABASE_URL to a PostgreSQL of your own.',
  )
}

/**
 * The server of an earlier start that was killed still holds the data: it is shut down properly, never overtaken.
 * @param {string} folder
 */
export async function stopLeftoverServer(folder) {
  const pidFile = path.join(folder, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  // After a reboot the number may be somebody else's; a stale file is PostgreSQL's own to judge.
  if (!isPostgresOf(pid, folder)) return
  process.kill(pid, 'SIGINT')
  while (isPostgresOf(pid, folder)) await new Promise((resolve) => setTimeout(resolve, 50))
}

/**
 * @param {number} pid
 * @param {string} folder
 */
function isPostgresOf(pid, folder) {
  try {
    process.kill(pid, 0)
    return !existsSync('/proc/self') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
  } catch {
    return false
  }
}

/**
 * @param {string} url
 * @returns {Promise<'ready' | 'late'>}
 */
async function waitUntilReady(url) {
  const deadline = Date.now() + STARTED_WITHIN_MILLISECONDS
  while (Date.now() < deadline) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return 'ready'
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return 'late'
}
