import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { listDatasets } from '#lib/catalogue/list-datasets.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { listCourseDatasets } from '#lib/usecases/list-course-datasets.ts'
import { readCohort } from '#lib/usecases/read-cohort.ts'
import { readDatasetPage } from '#lib/usecases/read-dataset-page.ts'
import { demo } from '#prisma/scenarios/demo.ts'
import { query } from '#tests/helpers/database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = await mkdtemp(path.join(tmpdir(), 'gradus-seed-'))
afterAll(async () => {
  await closeQueue(db)
  await rm(folder, { recursive: true, force: true })
})

const place = (now: Date) => ({
  db,
  store: openBlobStore(folder),
  secret: 'a secret for seeding tests',
  root,
  now,
  say: () => {},
})

const TABLES = [
  'User',
  'Course',
  'Enrolment',
  'Assignment',
  'ExerciseVersion',
  'DatasetVersion',
  'Submission',
  'Run',
  'Standing',
  'AuditEntry',
]
const contents = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const [row] = await query<{ n: string; hash: string }>(
          `SELECT count(*) n, md5(string_agg(t::text, ',' ORDER BY t::text)) hash FROM "${table}" t`,
        )
        return [table, row]
      }),
    ),
  )

it('seeds the demo course once, however often and however much later it is done', async () => {
  await demo.seed(place(new Date('2026-11-23T04:00:00Z')))
  const once = await contents()
  await demo.seed(place(new Date('2026-12-05T04:00:00Z')))
  expect(await contents()).toEqual(once)

  const admin = await db.user.findUniqueOrThrow({
    where: { email: 'admin@gradus.example' },
    include: { enrolments: true },
  })
  expect([admin.isAdmin, admin.enrolments]).toEqual([true, []])
  expect(await db.submission.count({ where: { enrolment: { user: { email: 'student@gradus.example' } } } })).toBe(0)
  expect(await db.submission.count()).toBeGreaterThan(50)
  expect(await db.run.count({ where: { isDemo: false } })).toBe(0)
  expect(await db.user.count({ where: { isDemo: false } })).toBe(0)

  const { id: courseId } = await db.course.findFirstOrThrow()
  const now = new Date('2026-11-23T05:00:00Z')
  const datasets = await listCourseDatasets(db, { courseId, isStaff: false, now })
  expect(datasets.map(({ card }) => card.name).sort()).toEqual(await listDatasets(root))
  expect(datasets.filter(({ exercises }) => exercises.length === 0)).not.toEqual([])
  for (const { card, exercises } of datasets) {
    const page = await readDatasetPage(db, { courseId, name: card.name, isStaff: false, now })
    expect(page?.exercises.map(({ slug }) => slug)).toEqual(exercises.map(({ slug }) => slug))
    expect(page?.picture?.rows).toBe(card.split.train)
  }
  // Of an exercise that opens later: a student hears nothing of it.
  const early = { courseId, name: 'wine', now: new Date('2026-11-01T00:00:00Z') }
  expect(await readDatasetPage(db, { ...early, isStaff: false })).toBeNull()
  expect(await readDatasetPage(db, { ...early, isStaff: true })).not.toBeNull()

  // A few need a hand on the day it is made, and no more than a few once the week is over.
  for (const day of ['2026-11-23T05:00:00Z', '2026-12-01T05:00:00Z']) {
    const { students, needs } = await readCohort(db, { courseId, now: new Date(day) })
    const needing = new Set(needs.map(({ enrolmentId }) => enrolmentId)).size
    expect(needing).toBeGreaterThanOrEqual(2)
    expect(needing).toBeLessThan(students.length / 2)
  }
}, 180_000)
