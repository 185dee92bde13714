import { randomUUID } from 'node:crypto'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { freezeExercise } from '#lib/catalogue/freeze-exercise.ts'
import { db } from '#lib/db.ts'
import { env } from '#lib/env.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { hashPassword } from '#lib/password.ts'

export const HOUR_MS = 3_600_000
export const at = (iso: string): Date => new Date(iso)
/** A Monday at noon in the courses' zone. */
export const NOON = at('2026-11-23T04:00:00Z')
export const after = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR_MS)

/** What hidden rows are dealt from here. */
export const CATALOGUE_SECRET = 'a secret for tests only'

/** Where this test file's published rows lie. */
export const testDataFolder = async (): Promise<string> => env().GRADUS_DATA

/** A real exercise of the catalogue, published once a test file. */
async function exerciseVersion(slug: string) {
  const frozen = await freezeExercise({
    root: process.cwd(),
    store: openBlobStore(await testDataFolder()),
    secret: CATALOGUE_SECRET,
    slug,
  })
  const { exercise, hash } = frozen
  return db.exerciseVersion.upsert({
    where: { hash },
    update: {},
    create: {
      slug,
      version: exercise.version,
      hash,
      title: exercise.title,
      module: exercise.module,
      order: exercise.order,
      metric: exercise.metric,
      bundle: frozen as unknown as Prisma.InputJsonValue,
    },
  })
}

export interface CourseSetup {
  exercise?: string
  timeZone?: string
  attemptsPerDay?: number
  opensAt?: Date
  dueAt?: Date
  closesAt?: Date
  revealAtOnce?: boolean
  latePenaltyPerDay?: number
  maxPoints?: number
  requiresGpu?: boolean
}

/** A course of its own with one assignment that is open at `NOON`, due a day later and closed after two. */
export async function makeCourse(setup: CourseSetup = {}) {
  const { exercise = 'm1-perceptron-rule', timeZone = 'Australia/Perth', ...rules } = setup
  const version = await exerciseVersion(exercise)
  const course = await db.course.create({ data: { slug: `course-${randomUUID()}`, title: 'A course', timeZone } })
  const assignment = await db.assignment.create({
    data: {
      courseId: course.id,
      exerciseVersionId: version.id,
      slug: exercise,
      opensAt: after(NOON, -24),
      dueAt: after(NOON, 24),
      closesAt: after(NOON, 48),
      ...rules,
    },
  })
  return { course, assignment, version }
}

export async function makePerson(setup: { isAdmin?: boolean; password?: string; deactivatedAt?: Date } = {}) {
  const { password, ...rest } = setup
  const passwordHash = password ? await hashPassword(password) : null
  return db.user.create({ data: { name: 'Some One', email: `${randomUUID()}@example.org`, passwordHash, ...rest } })
}

export async function enrol(courseId: string, role: 'student' | 'instructor' = 'student') {
  const user = await makePerson()
  const enrolment = await db.enrolment.create({
    data: { courseId, userId: user.id, role, pseudonym: `Quiet Basalt ${randomUUID()}` },
  })
  return { user, enrolment }
}
