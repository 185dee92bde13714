import { expect, it } from 'vitest'
import { query } from '#tests/helpers/database.ts'

it('gives each test file a migrated PostgreSQL database of its own', async () => {
  const tables = await query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  expect(tables.map((table) => table.table_name)).toContain('_prisma_migrations')
})
