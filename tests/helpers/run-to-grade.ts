import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { db } from '#lib/db.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { after, enrol, makeCourse } from '#tests/helpers/make-course.ts'
import type { WorkerProcess } from '#tests/helpers/start-worker.ts'

interface Solution {
  exercise: string
  from: string
  to: string
}

/** Graded within a second or two. */
export const QUICK: Solution = { exercise: 'm1-wine-first-network', from: '', to: '' }
/** The same kind of solution, trained row by row: long enough to be interrupted, on a fast machine too. */
export const SLOW: Solution = { exercise: 'm1-ore-or-waste', from: 'batchSize: 64', to: 'batchSize: 2' }

const sourceOf = async ({ exercise, from, to }: Solution) => {
  const source = await readFile(`exercises/${exercise}/solution.ts`, 'utf8')
  if (!source.includes(from)) throw new Error(`the solution of ${exercise} does not say ${from} any more`)
  return source.replace(from, to)
}

/** A student in a course of their own, ready to submit. */
export async function student(kind: Solution) {
  // By the real clock, as the worker's sweep goes by it.
  const now = new Date()
  const dates = { opensAt: after(now, -1), dueAt: after(now, 1), closesAt: after(now, 2) }
  const { course, assignment } = await makeCourse({
    exercise: kind.exercise,
    timeZone: 'UTC',
    attemptsPerDay: 3,
    ...dates,
  })
  const { user, enrolment } = await enrol(course.id)
  const source = await sourceOf(kind)
  const submit = (idempotencyKey: string = randomUUID()) =>
    submitSolution(db, {
      userId: user.id,
      courseId: course.id,
      assignmentId: assignment.id,
      source,
      idempotencyKey,
      now,
    })
  return { submit, assignment, enrolment }
}

/** A run in the queue; `again` submits once more. */
export async function submitRun(kind: Solution) {
  const { submit, ...place } = await student(kind)
  const result = await submit()
  if (!result.ok) throw new Error(result.detail)
  return { ...result, ...place, again: () => submit() }
}

export const row = (runId: string) => db.run.findUniqueOrThrow({ where: { id: runId } })
export const finished = (runId: string) => async () => {
  const run = await row(runId)
  return run.state === 'finished' ? run : null
}
export const inTraining = (runId: string) => async () => {
  const run = await row(runId)
  return run.phase === 'training' && Array.isArray(run.curve) && run.curve.length > 0 ? run : null
}
export const storyOf =
  (...workers: WorkerProcess[]) =>
  () =>
    workers.map((worker) => worker.output()).join('\n---\n')
