import { randomUUID } from 'node:crypto'
import * as tf from '@tensorflow/tfjs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { sha256 } from '#lib/catalogue/keyed-hash.ts'
import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import { readKerasFile } from '#lib/keras/keras-file.ts'
import { closeQueue } from '#lib/queue.ts'
import { pruneArtefacts } from '#lib/usecases/prune-artefacts.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import { recordResult } from '#lib/usecases/record-result.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { takeRun } from '#lib/usecases/take-run.ts'
import { after, enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'
import { makeReport } from '#tests/helpers/make-report.ts'
import { sessionCookie } from '#tests/helpers/session-cookie.ts'
import { GET } from '../../app/api/runs/[id]/model/[format]/route.ts'

afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const store = openBlobStore(env().GRADUS_DATA)
const WEIGHTS = Float32Array.from([0.5, -1, 0.125, 2, 3, 4, 5, 6])
const topologyOf = (layer: tf.layers.Layer) => JSON.stringify(tf.sequential({ layers: [layer] }).toJSON(null, false))
const DENSE = topologyOf(tf.layers.dense({ name: 'answer', units: 2, inputShape: [3] }))

async function classroom() {
  const { course, assignment } = await makeCourse()
  const owner = await enrol(course.id)
  return { course, assignment, owner }
}

/** A graded submission, as a worker records it. @returns the run */
async function grade(
  { course, assignment, owner }: Awaited<ReturnType<typeof classroom>>,
  { topology = DENSE, verdict = 'scored' as const, now = NOON, weights = WEIGHTS as Float32Array | null } = {},
): Promise<string> {
  const submitted = await submitSolution(db, {
    userId: owner.user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source: 'export const training = {}',
    idempotencyKey: randomUUID(),
    now,
  })
  if (!submitted.ok) throw new Error(submitted.detail)
  const { runId } = submitted
  await takeRun(db, { runId, attempt: 1, workerId: 'w', now })
  const bytes = weights && new Uint8Array(weights.buffer)
  const made = makeReport({ exercise: assignment.slug, verdict })
  const provenance = {
    ...made.provenance,
    topologyHash: weights && (await store.put(new TextEncoder().encode(topology))),
    weightsHash: bytes && sha256(bytes),
  }
  const artefact = bytes && { hash: await store.put(bytes), bytes: bytes.byteLength }
  const report = { ...made, provenance }
  expect(await recordResult(db, { runId, attempt: 1, report, artefact, now })).toBe('recorded')
  return runId
}

async function download(id: string, format: string, userId: string | null): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/runs/${id}/model/${format}`, {
    headers: { cookie: await sessionCookie(userId) },
  })
  return GET(request, { params: Promise.resolve({ id, format }) })
}
const keptOf = async (runId: string) =>
  (await readRunStream(db, { runId, since: null, isStaff: false, now: NOON }))?.weightsKept

describe('the trained model of a run', () => {
  it('is its owner’s and the staff’s as a file of Keras', async () => {
    const room = await classroom()
    const runId = await grade(room)
    const teacher = await enrol(room.course.id, 'instructor')
    for (const { id } of [room.owner.user, teacher.user]) {
      const response = await download(runId, 'keras', id)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="${room.assignment.slug}-${runId.slice(-6)}.keras"`,
      )
      const { topology, values } = await readKerasFile(tf, new Uint8Array(await response.arrayBuffer()))
      expect(topology.config.layers.map(({ config }) => config.name)).toContain('answer')
      expect(values.flatMap((block) => [...block])).toEqual([...WEIGHTS])
    }
    expect(await keptOf(runId)).toBe(true)
  })

  it('is theirs as the files of TensorFlow.js', async () => {
    const room = await classroom()
    const response = await download(await grade(room), 'tfjs', room.owner.user.id)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files).sort()).toEqual(['model.json', 'weights.bin'])
    expect(JSON.parse(strFromU8(files['model.json'] as Uint8Array)).weightsManifest[0].paths).toEqual(['weights.bin'])
    expect(new Float32Array(new Uint8Array(files['weights.bin'] as Uint8Array).buffer)).toEqual(WEIGHTS)
  })

  it('is nobody else’s, and of no other format', async () => {
    const room = await classroom()
    const runId = await grade(room)
    const fellow = await enrol(room.course.id)
    const other = await enrol((await makeCourse()).course.id, 'instructor')
    for (const { id } of [fellow.user, other.user]) expect((await download(runId, 'keras', id)).status).toBe(404)
    expect((await download(runId, 'keras', null)).status).toBe(401)
    for (const format of ['pickle', 'constructor', '__proto__'])
      expect((await download(runId, format, room.owner.user.id)).status).toBe(404)
    expect((await download('nothing', 'keras', room.owner.user.id)).status).toBe(404)
  })

  it('says that its weights made room for newer ones', async () => {
    const room = await classroom()
    const runs: string[] = []
    for (const hour of [0, 1, 2, 3]) {
      const weights = WEIGHTS.map((value) => value + hour)
      runs.push(await grade(room, { now: after(NOON, hour), weights }))
    }
    await pruneArtefacts(db, store, new Date())
    const states = await Promise.all(runs.map((runId) => download(runId, 'keras', room.owner.user.id)))
    // The first is the best, being the earliest of equals; the last two are the newest.
    expect(states.map(({ status }) => status)).toEqual([200, 410, 200, 200])
    expect(await states[1]?.text()).toContain('no longer kept. Submit the same code again')
    expect(await Promise.all(runs.map(keptOf))).toEqual([true, false, true, true])
  })

  it('says that there is none', async () => {
    const room = await classroom()
    const byHand = await grade(room, { weights: null })
    const response = await download(byHand, 'keras', room.owner.user.id)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('no trained model')
  })

  it('names the layer that Keras does not have, and is there for TensorFlow.js all the same', async () => {
    const room = await classroom()
    const topology = topologyOf(
      tf.layers.upSampling2d({ name: 'big', interpolation: 'bilinear', inputShape: [2, 2, 1] }),
    )
    const runId = await grade(room, { topology, weights: new Float32Array(0) })
    const response = await download(runId, 'keras', room.owner.user.id)
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Layer "big" (UpSampling2D) has interpolation "bilinear"')
    expect((await download(runId, 'tfjs', room.owner.user.id)).status).toBe(200)
  })
})
