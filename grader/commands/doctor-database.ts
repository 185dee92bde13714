import { connectDb } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { type Machinery, readMachinery } from '#lib/usecases/read-machinery.ts'
import type { DoctorFinding } from './doctor-finding.ts'

/** Database, queue and workers; `gradus grade` needs none of them. */
export async function databaseFindings(): Promise<DoctorFinding[]> {
  const { DATABASE_URL } = env()
  const remedy = 'Start the platform with `npm start`, or set DATABASE_URL.'
  if (!DATABASE_URL) return [{ what: 'database', state: 'note', detail: 'DATABASE_URL is not set', remedy }]
  const db = connectDb(DATABASE_URL)
  try {
    const machinery = await readMachinery(db, { now: new Date() })
    return [
      { what: 'database', state: 'ok', detail: `answers at ${new URL(DATABASE_URL).host}` },
      { what: 'queue', state: 'ok', detail: describeQueue(machinery) },
    ]
  } catch (error) {
    const detail = `does not answer at ${new URL(DATABASE_URL).host}: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : error}`
    return [{ what: 'database', state: 'note', detail, remedy }]
  } finally {
    await db.$disconnect()
  }
}

function describeQueue({ queued, running, workers, deadLetters }: Machinery): string {
  const alive = workers.filter(({ state }) => state === 'working' || state === 'idle').length
  return `${queued} waiting, ${running} running, ${alive} workers, ${deadLetters.length} given up`
}
