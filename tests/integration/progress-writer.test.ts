import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { ProgressWriter } from '#grader/worker/progress-writer.ts'
import { db } from '#lib/db.ts'
import { log } from '#lib/log.ts'
import { closeQueue } from '#lib/queue.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { takeRun } from '#lib/usecases/take-run.ts'
import { enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'
import { makePoint } from '#tests/helpers/make-report.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

async function makeWriter(gapMs: number) {
  const { course, assignment } = await makeCourse()
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
  const take = (attempt: number) => takeRun(db, { runId, attempt, workerId: 'w', now: NOON })
  await take(1)
  const told = { fenced: false }
  const writer = new ProgressWriter(
    db,
    { runId, attempt: 1 },
    {
      gapMs,
      logger: log('test'),
      onFenced: () => {
        told.fenced = true
      },
    },
  )
  const row = () => db.run.findUniqueOrThrow({ where: { id: runId } })
  return { writer, row, told, take }
}
const nothing = () => 'nothing was written'

it('puts a burst of events into few writes, and loses no point of it', async () => {
  const { writer, row } = await makeWriter(200)
  const before = (await row()).seq
  writer.handle({ kind: 'model', params: 5, layers: 1, epochs: 100, stepsPerEpoch: 1 })
  for (let epoch = 1; epoch <= 100; epoch++) {
    writer.handle({ kind: 'step', epoch, step: 1, stepsPerEpoch: 1, loss: 1 })
    writer.handle({ kind: 'epoch', point: makePoint(epoch) })
  }
  const all = async () => {
    const run = await row()
    return Array.isArray(run.curve) && run.curve.length === 100 ? run : null
  }
  const run = await waitFor(all, 20, nothing)
  // One for the first event, one for all the rest.
  expect(run.seq - before).toBe(2)
  expect(run.live).toMatchObject({ model: { params: 5 }, step: null })
})

it('does not wait over a phase that is known', async () => {
  const { writer, row } = await makeWriter(600_000)
  writer.handle({ kind: 'phase', phase: 'compiling' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  writer.handle({ kind: 'phase', phase: 'preparing' })
  await waitFor(async () => ((await row()).phase === 'preparing' ? true : null), 20, nothing)
})

it('writes the last of a burst though nothing follows, and nothing once it is finished', async () => {
  const { writer, row } = await makeWriter(10)
  writer.handle({ kind: 'phase', phase: 'preparing' })
  writer.handle({ kind: 'phase', phase: 'building' })
  const building = async () => ((await row()).phase === 'building' ? true : null)
  await waitFor(building, 20, nothing)
  await writer.finish()
  writer.handle({ kind: 'phase', phase: 'scoring' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect((await row()).phase).toBe('building')
})

it('says when the run has been taken over, and leaves it alone', async () => {
  const { writer, row, told, take } = await makeWriter(10)
  await take(2)
  writer.handle({ kind: 'phase', phase: 'scoring' })
  await waitFor(async () => (told.fenced ? true : null), 20, nothing)
  expect((await row()).phase).toBe('compiling')
})

it('caps what a learner prints', async () => {
  const { writer, row } = await makeWriter(10)
  for (let i = 0; i < 500; i++) writer.handle({ kind: 'console', level: 'log', line: 'x'.repeat(5_000) })
  const printed = async () => {
    const { live } = await row()
    const lines = (live as { console?: { line: string }[] }).console ?? []
    return lines.length >= 200 ? lines : null
  }
  const lines = await waitFor(printed, 20, nothing)
  expect(lines).toHaveLength(200)
  expect(lines[0]?.line).toHaveLength(1_000)
})
