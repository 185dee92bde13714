import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { baselineKeyOf } from '#lib/catalogue/baseline-key.ts'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { readBaselines } from '#lib/usecases/read-baselines.ts'
import { readExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { readLeaderboard } from '#lib/usecases/read-leaderboard.ts'
import { recordBaselines } from '#lib/usecases/record-baselines.ts'
import { requestBaselines } from '#lib/usecases/request-baselines.ts'
import { query } from '#tests/helpers/database.ts'
import { after, enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'
import { killWorkers, startWorker } from '#tests/helpers/start-worker.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

const WINE = 'm1-wine-first-network'
const jobs = () => query<{ state: string }>(`select state from pgboss.job where name = 'baselines'`)

afterEach(killWorkers)
afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

let exerciseVersionId = ''
let frozen: FrozenExercise
let course: Awaited<ReturnType<typeof makeCourse>>
beforeAll(async () => {
  course = await makeCourse({ exercise: WINE })
  exerciseVersionId = course.assignment.exerciseVersionId
  const version = await db.exerciseVersion.findUniqueOrThrow({ where: { id: exerciseVersionId } })
  frozen = FrozenExercise.parse(version.bundle)
  const published = frozen.dataset?.published
  if (!published) throw new Error('wine has a dataset')
  const { name, version: number, hash } = published
  await db.datasetVersion.create({ data: { name, version: number, hash, manifest: published } })
})

it('are asked for once, measured by a worker, and not asked for again', { timeout: 180_000 }, async () => {
  expect(await readBaselines(db, { frozen, split: 'public' })).toBeNull()
  await requestBaselines(db, { exerciseVersionId, frozen })
  await requestBaselines(db, { exerciseVersionId, frozen })
  expect(await jobs()).toHaveLength(1)

  const worker = await startWorker()
  const scores = await waitFor(
    () => readBaselines(db, { frozen, split: 'public' }),
    120,
    () => worker.output(),
  )
  expect(scores.map(({ name }) => name)).toEqual([
    'majority class',
    'logistic regression',
    'nearest neighbours',
    'random forest',
  ])
  expect(scores[1]?.score).toBeGreaterThan(0.85)

  await requestBaselines(db, { exerciseVersionId, frozen })
  expect((await jobs()).filter(({ state }) => state === 'created')).toEqual([])
})

describe('a private score', () => {
  const CLOSED = after(NOON, 49)
  const PUBLIC = 0.111
  const PRIVATE = 0.222

  it('is on no page before the close, and on the private board afterwards', async () => {
    const key = baselineKeyOf(frozen)
    if (!key) throw new Error('a model exercise')
    await db.datasetBaseline.deleteMany()
    const model = { model: 'constant', name: 'majority class', encoding: null, fittedRows: 97 } as const
    await recordBaselines(db, { key, models: [{ ...model, public: PUBLIC, private: PRIVATE }] }, NOON)
    const { enrolment } = await enrol(course.course.id)
    const who = { courseId: course.course.id, slug: WINE, enrolmentId: enrolment.id }
    const board = async (now: Date, board: 'public' | 'private') =>
      (await readLeaderboard(db, { ...who, board, withNames: true, now }))?.bars.classical
    const page = async (now: Date) => JSON.stringify(await readExercisePage(db, { ...who, now }))

    const shown = (score: number) => [{ name: 'majority class', how: '', score }]
    expect(await board(NOON, 'private')).toEqual(shown(PUBLIC))
    expect(await board(NOON, 'public')).toEqual(shown(PUBLIC))
    expect(await page(NOON)).toContain(String(PUBLIC))
    expect(await page(NOON)).not.toContain(String(PRIVATE))
    expect(await board(CLOSED, 'private')).toEqual(shown(PRIVATE))
    expect(await board(CLOSED, 'public')).toEqual(shown(PUBLIC))
  })

  it('goes with a note where rows were left out', async () => {
    const key = baselineKeyOf(frozen)
    if (!key) throw new Error('a model exercise')
    await db.datasetBaseline.deleteMany()
    const model = { model: 'forest', name: 'random forest', encoding: 'flattened window', fittedRows: 50 } as const
    await recordBaselines(db, { key, models: [{ ...model, public: 0.5, private: 0.5 }] }, NOON)
    const [forest] = (await readBaselines(db, { frozen, split: 'public' })) ?? []
    expect(forest?.how).toBe('flattened window, trained on 50 of 97 rows')
  })
})
