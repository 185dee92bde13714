import { randomUUID } from 'node:crypto'
import { Client, type QueryResultRow } from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from '#tests/helpers/template-database.ts'

/** A database of its own, migrated and with an installed queue: a copy of the template, made in some 50 ms. */
export async function createTestDatabase(): Promise<{ url: string }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = inject('postgresUrl')
  await withClient(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`))
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href }
}

/** Plain SQL on this test file's own database, past Prisma: to look at what is really stored, or to break it. */
export async function query<Row extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await withClient(process.env.DATABASE_URL ?? '', (client) => client.query<Row>(sql, values))
  return rows
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
