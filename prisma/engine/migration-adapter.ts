import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { Client, Pool, type PoolConfig, type QueryResult } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'

/**
 * The schema engine reads system catalogues, whose columns have types that @prisma/adapter-pg refuses: "char" and
 * name[]. Both are text to whoever reads them, so their results are presented as char(n) and text[].
 */
const READ_AS = new Map([
  [18, 1042],
  [19, 25],
  [1003, 1009],
])

function catalogueReadingPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  const query = pool.query.bind(pool) as (text: unknown) => Promise<QueryResult | QueryResult[]>
  const relabelledQuery = async (text: unknown) => {
    const result = await query(text)
    for (const { fields } of [result].flat()) {
      for (const field of fields) field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID
    }
    return result
  }
  return Object.assign(pool, { query: relabelledQuery })
}

async function connect(config: PoolConfig, afterwards = async () => {}): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(catalogueReadingPool(config), { disposeExternalPool: true }).connect()
  // The stock version splits at every ";", function bodies and string literals included.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  const close = adapter.dispose.bind(adapter)
  let closing: Promise<void> | undefined
  // The engine may dispose twice.
  adapter.dispose = () => {
    closing ??= close().then(afterwards)
    return closing
  }
  return adapter
}

/**
 * `migrate dev` replays the migrations on an empty database. The stock version gives it the real one, because a
 * connection string's database wins over the named one, and drops it while its own pool is still connected.
 */
async function connectToShadowDatabase(config: PoolConfig): Promise<SqlDriverAdapter> {
  const database = `prisma_shadow_${randomUUID().replaceAll('-', '')}`
  const admin = new Client(config)
  await admin.connect()
  await admin.query(`CREATE DATABASE "${database}"`)
  return connect({ ...config, database }, async () => {
    await admin.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
    await admin.end()
  })
}

export function migrationAdapter(connectionString: string): SqlMigrationAwareDriverAdapterFactory {
  const config: PoolConfig = { ...parseIntoClientConfig(connectionString), allowExitOnIdle: true }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(config),
    connectToShadowDb: () => connectToShadowDatabase(config),
  }
}
