import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { bytesOf, type Rows } from '#lib/contract/rows.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { readOwnConvolution } from '#lib/usecases/read-own-convolution.ts'
import { recordResult } from '#lib/usecases/record-result.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { takeRun } from '#lib/usecases/take-run.ts'
import { after, enrol, makeCourse, NOON, testDataFolder } from '#tests/helpers/make-course.ts'
import { makeReport } from '#tests/helpers/make-report.ts'

afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const CONV = {
  class_name: 'Conv2D',
  config: { filters: 2, kernel_size: [1, 1], strides: [1, 1], padding: 'valid', activation: 'relu', use_bias: true },
}
const topologyOf = (...layers: object[]) => JSON.stringify({ class_name: 'Sequential', config: { name: 'm', layers } })
const SAMPLE: Rows = { shape: [1, 2, 2, 1], data: Float32Array.from([0, 0.25, 0.5, 1]) }

async function enrolled() {
  const { course, assignment } = await makeCourse({ exercise: 'm4-mnist-cnn' })
  const { user, enrolment } = await enrol(course.id)
  const store = openBlobStore(await testDataFolder())
  const read = (enrolmentId: string | null, now = NOON) =>
    readOwnConvolution(db, store, { courseId: course.id, slug: assignment.slug, enrolmentId, now })
  return { course, assignment, user, enrolment, store, read }
}

/** Grades a submission with the given network, as a worker records it. */
async function grade(setup: Awaited<ReturnType<typeof enrolled>>, topology: string, sampleKept = true): Promise<void> {
  const { course, assignment, user, store } = setup
  const submitted = await submitSolution(db, {
    userId: user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source: 'export const training = {}',
    idempotencyKey: randomUUID(),
    now: NOON,
  })
  if (!submitted.ok) throw new Error(submitted.detail)
  const { runId } = submitted
  await takeRun(db, { runId, attempt: 1, workerId: 'w', now: NOON })
  const weights = new Uint8Array(Float32Array.from([0.5, -1, 0.125, 2, 9, 9]).buffer)
  const sample = { sha256: await store.put(bytesOf(SAMPLE)), shape: SAMPLE.shape }
  const made = makeReport({ exercise: assignment.slug, metric: { name: 'accuracy', public: 0.9, private: 0.9 } })
  const report = {
    ...made,
    provenance: { ...made.provenance, topologyHash: await store.put(new TextEncoder().encode(topology)) },
    ...(sampleKept ? { sample } : {}),
  }
  const artefact = { hash: await store.put(weights), bytes: weights.byteLength }
  expect(await recordResult(db, { runId, attempt: 1, report, artefact, now: NOON })).toBe('recorded')
}

describe('the first convolution of one’s own network', () => {
  it('is read from the best run, with the pictures that it is shown', async () => {
    const setup = await enrolled()
    await grade(setup, topologyOf({ class_name: 'InputLayer', config: {} }, CONV))
    expect(await setup.read(setup.enrolment.id)).toMatchObject({
      state: 'ready',
      metric: 'accuracy',
      score: 0.9,
      layer: {
        filters: 2,
        kernel: [0.5, -1],
        bias: [0.125, 2],
        pictures: { shape: [1, 2, 2, 1], values: [0, 0.25, 0.5, 1] },
      },
    })
  })

  it('is nobody else’s', async () => {
    const setup = await enrolled()
    await grade(setup, topologyOf(CONV))
    const fellow = await enrol(setup.course.id)
    for (const other of [fellow.enrolment.id, null]) expect(await setup.read(other)).toMatchObject({ state: 'no-run' })
  })

  it('says why there is none', async () => {
    const dense = await enrolled()
    await grade(dense, topologyOf({ class_name: 'Flatten', config: {} }, CONV))
    expect(await dense.read(dense.enrolment.id)).toMatchObject({ state: 'no-convolution' })
    const old = await enrolled()
    await grade(old, topologyOf(CONV), false)
    expect(await old.read(old.enrolment.id)).toMatchObject({ state: 'not-kept' })
    expect(await old.read(old.enrolment.id, after(NOON, -48))).toEqual({ state: 'no-exercise' })
  })
})
