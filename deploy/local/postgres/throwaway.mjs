// @ts-check
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../kit/ports.mjs'
import { startPostgres } from './server.mjs'

/** Durability is of no use to a database that lives for one test run, and costs half its time. */
const IN_A_HURRY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/**
 * A PostgreSQL for one test run: fresh, on a free port, gone afterwards.
 * @returns {Promise<import('./server.mjs').PostgresServer>}
 */
export async function startThrowawayPostgres() {
  const folder = mkdtempSync(path.join(tmpdir(), 'gradus-test-'))
  chmodSync(folder, 0o711)
  const password = randomBytes(12).toString('hex')
  const server = await startPostgres({
    folder: path.join(folder, 'postgres'),
    port: await freePort(),
    password,
    settings: IN_A_HURRY,
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...server, stop }
}
