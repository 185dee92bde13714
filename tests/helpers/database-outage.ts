import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { inject } from 'vitest'

/** Takes this test file's database away from everybody for a while: nobody stays connected, and nobody gets in. */
export async function databaseOutage(seconds: number, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const server = new Client(inject('postgresUrl'))
  await server.connect()
  try {
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await server.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    await Promise.all([sleep(seconds * 1000), meanwhile()])
  } finally {
    await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    await server.end()
  }
}
