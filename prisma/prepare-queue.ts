// Second half of the migration step, after `prisma migrate deploy`.
import { requireDatabaseUrl } from '#lib/env.ts'
import { installQueueSchema } from '#lib/queue.ts'

await installQueueSchema(requireDatabaseUrl())
