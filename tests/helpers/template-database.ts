import type { TestProject } from 'vitest/node'
import { createDatabaseIfMissing, prepareDatabase } from '#deploy/local/postgres/database.mjs'
import { startThrowawayPostgres } from '#deploy/local/postgres/throwaway.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export const TEMPLATE = 'gradus_template'

/** Once per run: a PostgreSQL of its own with one migrated database, which every test file gets a copy of. */
export default async function startTemplateDatabase(project: TestProject) {
  const server = await startThrowawayPostgres()
  await createDatabaseIfMissing(server, TEMPLATE)
  await prepareDatabase({ ...process.env, DATABASE_URL: server.url(TEMPLATE) })
  project.provide('postgresUrl', server.url('postgres'))
  return server.stop
}
