import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { streamEvents } from '#app/api/runs/[id]/events/stream-events.ts'
import type { SubmissionReply, Submitted } from '#grader/bench/submission-protocol.ts'
import { processTree } from '#grader/box/process-tree.ts'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { StoredReport } from '#lib/contract/disclosed-report.ts'
import { RunStreamMessage } from '#lib/contract/run-stream.ts'
import { EpochPoint } from '#lib/contract/telemetry.ts'
import { db } from '#lib/db.ts'
import { runListener } from '#lib/listen.ts'
import { closeQueue } from '#lib/queue.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { after, CATALOGUE_SECRET, enrol, makeCourse, testDataFolder } from '#tests/helpers/make-course.ts'
import { startWorker, type WorkerProcess } from '#tests/helpers/start-worker.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

const ATTEMPTS_PER_DAY = 10_000
const PATIENCE_SECONDS = 60

const Line = z.object({ msg: z.string(), runId: z.string().optional() })
const GradedLine = Line.extend({ reachedMs: z.record(z.string(), z.number()) })

/** A course with a student in it, and a worker that grades what is submitted. Asked for one thing after another. */
export async function openCourse() {
  const worker = await startWorker('--concurrency', '1')
  await waitFor(async () => findLine(worker, ({ msg }) => msg === 'ready'), PATIENCE_SECONDS, worker.output)
  const places = new Map<string, ReturnType<typeof openAssignment>>()
  const placeOf = (exercise: string) => {
    const place = places.get(exercise) ?? openAssignment(exercise)
    places.set(exercise, place)
    return place
  }
  return {
    async publish(exercise: string): Promise<SubmissionReply> {
      const { version } = await placeOf(exercise)
      const frozen = FrozenExercise.parse(version.bundle)
      return { kind: 'published', frozen, dataFolder: await testDataFolder(), secret: CATALOGUE_SECRET }
    },
    submit: async (exercise: string, source: string) => follow(worker, await placeOf(exercise), source),
    async close() {
      worker.kill('SIGTERM')
      await worker.exited
      await runListener().stop()
      await closeQueue(db)
      await db.$disconnect()
    },
  }
}

async function openAssignment(exercise: string) {
  const now = new Date()
  const dates = { opensAt: after(now, -1), dueAt: after(now, 24), closesAt: after(now, 48) }
  const { course, assignment, version } = await makeCourse({
    ...dates,
    exercise,
    timeZone: 'UTC',
    attemptsPerDay: ATTEMPTS_PER_DAY,
  })
  const { user } = await enrol(course.id)
  return { course, assignment, version, user }
}

type Place = Awaited<ReturnType<typeof openAssignment>>

/**
 * Submits through the use case that the page's action calls, and listens as `/api/runs/[id]/events` does: from the moment
 * the submission is accepted, to the stream of the run. HTTP and a page are not part of it.
 */
async function follow(worker: WorkerProcess, { course, assignment, user }: Place, source: string): Promise<Submitted> {
  const cpuBefore = processTree(process.pid).cpuSeconds
  const now = new Date()
  const sinceMs = () => Date.now() - now.getTime()
  const submission = await submitSolution(db, {
    userId: user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source,
    idempotencyKey: randomUUID(),
    now,
  })
  const acceptedMs = sinceMs()
  if (!submission.ok) throw new Error(submission.detail)
  const { runId } = submission
  let firstEventMs: number | null = null
  let firstProgressMs: number | null = null
  for await (const message of messagesOf(runId)) {
    if (message.state !== 'queued') firstEventMs ??= sinceMs()
    if (message.step !== null || message.points.length > 0) firstProgressMs ??= sinceMs()
  }
  const scoredMs = sinceMs()
  const cpuSeconds = processTree(process.pid).cpuSeconds - cpuBefore

  const run = await db.run.findUniqueOrThrow({ where: { id: runId } })
  const report = StoredReport.parse(run.report)
  const curve = z.array(EpochPoint).parse(run.curve)
  const line = await waitFor(
    async () => findLine(worker, (one) => one.runId === runId && one.msg === 'graded'),
    PATIENCE_SECONDS,
    worker.output,
  )
  const { reachedMs } = GradedLine.parse(line)
  return {
    kind: 'submitted',
    verdict: run.verdict,
    acceptedMs,
    claimedMs: (run.startedAt?.getTime() ?? Number.NaN) - now.getTime(),
    firstEventMs: firstEventMs ?? scoredMs,
    reachedMs,
    firstProgressMs,
    scoredMs,
    trainingMs: (curve.at(-1)?.seconds ?? 0) * 1000,
    timing: report.timing,
    cpuSeconds,
    metric: report.metric,
    params: report.params,
  }
}

/** What the route would send until the run has finished; it ends a stream after a minute, and a browser comes back. */
async function* messagesOf(runId: string): AsyncGenerator<RunStreamMessage> {
  let last: RunStreamMessage | null = null
  const errors: unknown[] = []
  while (last?.state !== 'finished') {
    const body = streamEvents({
      since: last?.cursor ?? null,
      subscribe: (listener) => runListener().subscribe(runId, listener),
      read: (cursor) => readRunStream(db, { runId, since: cursor, isStaff: false, now: new Date() }),
      onError: (error) => errors.push(error),
      signal: new AbortController().signal,
    })
    for await (const chunk of body) {
      const [, data] = /^data: (.*)$/m.exec(new TextDecoder().decode(chunk)) ?? []
      if (data === undefined) continue
      last = RunStreamMessage.parse(JSON.parse(data))
      yield last
    }
    if (errors.length > 0) throw errors[0]
  }
}

function findLine(worker: WorkerProcess, wanted: (line: z.infer<typeof Line>) => boolean): unknown {
  const lines = worker.output().split('\n').slice(0, -1).filter(Boolean)
  const parsed = lines.flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line)]
    } catch {
      // Not everything that is printed is a line of the log.
      return []
    }
  })
  return parsed.find((line) => wanted(Line.parse(line))) ?? null
}
