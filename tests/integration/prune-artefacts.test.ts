import { randomUUID } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { db } from '#lib/db.ts'
import { pruneArtefacts } from '#lib/usecases/prune-artefacts.ts'
import { after, enrol, HOUR_MS, makeCourse, NOON, testDataFolder } from '#tests/helpers/make-course.ts'

afterAll(() => db.$disconnect())

const store = openBlobStore(await testDataFolder())
const now = new Date()
const old = new Date(now.getTime() - 2 * HOUR_MS)

async function keep(text: string, when: Date = old): Promise<string> {
  const hash = await store.put(new TextEncoder().encode(text))
  await utimes(path.join(await testDataFolder(), 'blobs', hash.slice(0, 2), hash), when, when)
  await db.artefact.upsert({ where: { hash }, create: { hash, bytes: text.length, createdAt: when }, update: {} })
  return hash
}

/** A person with a finished run for each hash, the first the oldest, the best at `best`. */
async function personWith(hashes: readonly string[], best: number) {
  const { course, assignment } = await makeCourse()
  const { enrolment } = await enrol(course.id)
  const runs: string[] = []
  for (const [i, artefactHash] of hashes.entries()) {
    const submission = await db.submission.create({
      data: {
        enrolmentId: enrolment.id,
        assignmentId: assignment.id,
        idempotencyKey: randomUUID(),
        source: '',
        sourceHash: '',
        receivedAt: after(NOON, i),
        runs: {
          create: { state: 'finished', verdict: 'scored', queuedAt: NOON, deadlineAt: NOON, artefactHash },
        },
      },
      include: { runs: true },
    })
    runs.push(...submission.runs.map(({ id }) => id))
  }
  await db.standing.create({
    data: {
      enrolmentId: enrolment.id,
      assignmentId: assignment.id,
      submissions: hashes.length,
      bestRunId: runs[best] ?? null,
      lastAt: NOON,
    },
  })
  return async () => {
    const rows = await Promise.all(runs.map((id) => db.run.findUniqueOrThrow({ where: { id } })))
    return rows.map(({ artefactHash }) => artefactHash)
  }
}

it('keeps the best weights and the two newest, and what anybody else still names', async () => {
  const tag = randomUUID()
  const hashes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => keep(`${name} ${tag}`)))
  const [a = '', b = '', c = '', d = '', e = ''] = hashes
  const first = await personWith([a, b, c, d, e], 1)
  const second = await personWith([a], 0)
  const young = await keep(`young ${tag}`, now)

  expect(await pruneArtefacts(db, store, now)).toEqual({ runs: 2, blobs: 1 })
  expect(await first()).toEqual([null, b, null, d, e])
  expect(await second()).toEqual([a])
  for (const hash of [a, b, d, e, young]) expect((await store.get(hash)).byteLength).toBeGreaterThan(0)
  await expect(store.get(c)).rejects.toThrow('not in the store')
  expect(await db.artefact.findUnique({ where: { hash: c } })).toBeNull()
  expect(await pruneArtefacts(db, store, now)).toEqual({ runs: 0, blobs: 0 })
})

it('leaves what somebody has put again since: their run names it any moment', async () => {
  const hash = await keep(`again ${randomUUID()}`)
  await store.put(await store.get(hash))
  expect(await pruneArtefacts(db, store, now)).toMatchObject({ blobs: 0 })
  expect((await store.get(hash)).byteLength).toBeGreaterThan(0)
})
