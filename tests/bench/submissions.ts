import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#deploy/local/kit/ports.mjs'
import { createDatabaseIfMissing, prepareDatabase } from '#deploy/local/postgres/database.mjs'
import { startPostgres } from '#deploy/local/postgres/server.mjs'
import { type SubmissionReply, SubmissionRequest } from '#grader/bench/submission-protocol.ts'

/**
 * A platform without its pages for benches: an embedded PostgreSQL with the settings of `npm start` (its writes are
 * durable, as those of a real one), a worker that grades one run at a time, a course. Submits what its parent asks for,
 * one after another, until the parent disconnects.
 */
const send = (reply: SubmissionReply) => process.send?.(reply)
const gone = new Promise<void>((resolve) => process.once('disconnect', resolve))
// Ctrl-C reaches the parent, too, whose end is heard here: the database is stopped in order.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

const folder = mkdtempSync(path.join(tmpdir(), 'gradus-bench-'))
// The database's account passes through it.
chmodSync(folder, 0o711)
const server = await startPostgres({
  folder: path.join(folder, 'postgres'),
  port: await freePort(),
  password: randomBytes(12).toString('hex'),
})
try {
  await createDatabaseIfMissing(server, 'gradus')
  Object.assign(process.env, { NODE_ENV: 'production', DATABASE_URL: server.url('gradus'), GRADUS_DATA: folder })
  await prepareDatabase(process.env)
  // Only now: what it imports reads the environment.
  const { openCourse } = await import('./follow-submission.ts')
  const course = await openCourse()
  const answer = (request: SubmissionRequest): Promise<SubmissionReply> =>
    request.kind === 'publish' ? course.publish(request.exercise) : course.submit(request.exercise, request.source)
  process.on('message', (message) => {
    answer(SubmissionRequest.parse(message)).then(send, (error) =>
      send({ kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  send({ kind: 'ready' })
  await gone
  await course.close()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
