import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '#tests/helpers/database.ts'

// Runs before each integration test file, so that whatever it imports (lib/db.ts, lib/env.ts) finds that file's own
// database and data folder. It isn't dropped: the whole server goes away after the run, and open pools would complain.
const { url } = await createTestDatabase()
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: url,
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret for tests only',
  GRADUS_SECRET: 'another secret for tests',
  GRADUS_DATA: await mkdtemp(join(tmpdir(), 'gradus-test-')),
})
