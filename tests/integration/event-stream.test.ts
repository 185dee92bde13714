import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { GET } from '#app/api/runs/[id]/events/route.ts'
import { RunStreamMessage } from '#lib/contract/run-stream.ts'
import { db } from '#lib/db.ts'
import { RunListener, runListener } from '#lib/listen.ts'
import { closeQueue } from '#lib/queue.ts'
import { recordProgress } from '#lib/usecases/record-progress.ts'
import { recordResult } from '#lib/usecases/record-result.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { takeRun } from '#lib/usecases/take-run.ts'
import { query } from '#tests/helpers/database.ts'
import { enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'
import { makePoint, makeReport } from '#tests/helpers/make-report.ts'
import { sessionCookie } from '#tests/helpers/session-cookie.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

const leave = new AbortController()
afterAll(async () => {
  leave.abort()
  await runListener().stop()
  await closeQueue(db)
  await db.$disconnect()
})

async function makeRun() {
  // Never closed, because the stream goes by the real clock.
  const { course, assignment } = await makeCourse({ closesAt: new Date('9999-01-01T00:00:00Z') })
  const { user } = await enrol(course.id)
  const submitted = await submitSolution(db, {
    userId: user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source: 'export const functions = {}',
    idempotencyKey: randomUUID(),
    now: NOON,
  })
  if (!submitted.ok) throw new Error(submitted.detail)
  const { runId } = submitted
  const cookie = await sessionCookie(user.id)
  const open = (lastEventId?: string) =>
    GET(
      new Request(`http://localhost:3000/api/runs/${runId}/events`, {
        headers: { cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
        signal: leave.signal,
      }),
      { params: Promise.resolve({ id: runId }) },
    )
  const tell = (...epochs: number[]) =>
    recordProgress(db, {
      runId,
      attempt: 1,
      phase: 'training',
      live: { model: null, step: null, console: [], notices: [] },
      points: epochs.map(makePoint),
    })
  return { runId, open, tell }
}

/** The events of a response, one by one, as a browser's EventSource would give them. */
async function* eventsOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data) yield { id, message: RunStreamMessage.parse(JSON.parse(data)) }
    }
  }
}
type Events = ReturnType<typeof eventsOf>

async function next(events: Events, matches: (message: RunStreamMessage) => boolean = () => true) {
  for (;;) {
    const { value, done } = await events.next()
    if (done) throw new Error('the stream ended')
    if (matches(value.message)) return value
  }
}
const epochs = (message: RunStreamMessage) => message.points.map(({ epoch }) => epoch)

it('tells a run from the queue to its score, survives a reload, and says when there is no more', async () => {
  const { runId, open, tell } = await makeRun()
  const events = eventsOf(await open())
  expect((await next(events)).message).toMatchObject({ state: 'queued', phase: 'queued', replace: true })
  await takeRun(db, { runId, attempt: 1, workerId: 'w', now: NOON })
  await next(events, ({ state }) => state === 'running')
  await tell(1, 2)
  const seen = await next(events, ({ points }) => points.length > 0)
  expect(epochs(seen.message)).toEqual([1, 2])
  await tell(3)
  expect(epochs((await next(events, ({ points }) => points.length > 0)).message)).toEqual([3])

  // A browser that was away since `seen` gets what it missed; one that starts anew gets everything.
  expect(epochs((await next(eventsOf(await open(seen.id)))).message)).toEqual([3])
  const reloaded = await next(eventsOf(await open()))
  expect(reloaded.message).toMatchObject({ replace: true })
  expect(epochs(reloaded.message)).toEqual([1, 2, 3])

  await recordResult(db, { runId, attempt: 1, report: makeReport(), artefact: null, now: NOON })
  const last = await next(events, ({ state }) => state === 'finished')
  expect(last.message.report).toMatchObject({ points: 80, finalPoints: null })
  expect((await events.next()).done).toBe(true)
  expect((await open(last.id)).status).toBe(204)
  expect((await next(eventsOf(await open()))).message).toMatchObject({ state: 'finished' })
})

it('hears again after the connection that listens was lost, and looks for what it missed', async () => {
  const listener = new RunListener(process.env.DATABASE_URL ?? '')
  let heard = 0
  await listener.subscribe('r1', () => heard++)
  const hears = () =>
    waitFor(
      async () => (heard > 0 ? true : null),
      10,
      () => 'heard nothing',
    )
  await query(`select pg_notify('run', 'r2:1')`)
  await query(`select pg_notify('run', 'r1:1')`)
  await hears()
  expect(heard).toBe(1)
  heard = 0
  await query(`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen run'
    and datname = current_database()`)
  await hears()
  heard = 0
  await query(`select pg_notify('run', 'r1:2')`)
  await hears()
  await listener.stop()
})
