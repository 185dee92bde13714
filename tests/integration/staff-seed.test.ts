import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { demo } from '#prisma/scenarios/demo.ts'
import { query } from '#tests/helpers/database.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'gradus-seed-'))
afterAll(async () => {
  await closeQueue(db)
  await rm(folder, { recursive: true, force: true })
})

const place = (now: Date) => ({
  db,
  store: openBlobStore(folder),
  secret: 'a secret for seeding tests',
  root: fileURLToPath(new URL('../..', import.meta.url)),
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
}, 180_000)
