// @ts-check
import pg from 'pg'
import { inRoot } from '../kit/paths.mjs'
import { run } from '../kit/run.mjs'

/**
 * @param {import('./server.mjs').PostgresServer} server
 * @param {string} name
 */
export async function createDatabaseIfMissing(server, name) {
  const client = new pg.Client(server.url('postgres'))
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/**
 * Tables and queue, as this version of the code wants them.
 * @param {NodeJS.ProcessEnv} env with DATABASE_URL
 * @param {(note: string) => void} [say]
 */
export async function prepareDatabase(env, say = () => {}) {
  const remedy = 'if the database was made by other code, use an empty one (or delete the data folder) and start again.'
  say('migrations')
  await run(process.execPath, [inRoot('node_modules/prisma/build/index.js'), 'migrate', 'deploy'], { env, remedy })
  say('queue')
  await runTypeScript('prisma/prepare-queue.ts', { env, remedy })
}

/**
 * @param {string} file
 * @param {import('../kit/run.mjs').RunOptions} options
 */
export async function runTypeScript(file, options) {
  await run(process.execPath, ['--import', 'tsx', inRoot(file)], options)
}
