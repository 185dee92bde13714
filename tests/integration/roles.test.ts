import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { db } from '#lib/db.ts'
import { allows, allowsOn, type CourseRole, PERMISSIONS, type Permission } from '#lib/domain/permissions.ts'
import { closeQueue } from '#lib/queue.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { enrol, makeCourse, makePerson, NOON } from '#tests/helpers/make-course.ts'
import { sessionCookie } from '#tests/helpers/session-cookie.ts'

// Outside of Next there is no request to read headers of; this is the browser's part, not ours.
const browser = vi.hoisted(() => ({ cookie: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ cookie: browser.cookie, 'x-path': '/somewhere' }),
  cookies: async () => ({ get: () => undefined, getAll: () => [] }),
}))

/** Everybody who may come along, and what they are to the course in question. */
const ACTORS = {
  nobody: 'stranger',
  stranger: 'stranger',
  'instructor of another course': 'stranger',
  'deactivated person': 'stranger',
  'deactivated enrolment': 'stranger',
  owner: 'student',
  'fellow student': 'student',
  instructor: 'instructor',
  admin: 'admin',
} as const satisfies Record<string, CourseRole>
type Actor = keyof typeof ACTORS
const actors = Object.keys(ACTORS) as Actor[]

const REFUSED = 'There is nothing here that you may change.'
const isPlatform = (call: string) => call.startsWith('platform') || call === 'requirePermission'

const ids = {} as Record<Actor, string | null>
const params = {
  ...{ course: '', exercise: '', name: '', submission: '', enrolment: '', id: '', hash: '' },
  ...{ figure: 'figure.svg', lesson: 'neuron', format: 'keras' },
}

beforeAll(async () => {
  // An exercise with a dataset, so that the dataset's page is there; open by the real clock, which pages go by.
  const { course, assignment, version } = await makeCourse({ exercise: 'm1-wine-first-network', opensAt: new Date(0) })
  const other = await makeCourse()
  const owner = await enrol(course.id)
  const gone = await enrol(course.id)
  await db.enrolment.update({ where: { id: gone.enrolment.id }, data: { deactivatedAt: NOON } })
  const deactivated = await enrol(course.id)
  await db.user.update({ where: { id: deactivated.user.id }, data: { deactivatedAt: NOON } })
  Object.assign(ids, {
    nobody: null,
    stranger: (await makePerson()).id,
    'instructor of another course': (await enrol(other.course.id, 'instructor')).user.id,
    'deactivated person': deactivated.user.id,
    'deactivated enrolment': gone.user.id,
    owner: owner.user.id,
    'fellow student': (await enrol(course.id)).user.id,
    instructor: (await enrol(course.id, 'instructor')).user.id,
    admin: (await makePerson({ isAdmin: true })).id,
  } satisfies typeof ids)
  const submitted = await submitSolution(db, {
    userId: owner.user.id,
    courseId: course.id,
    assignmentId: assignment.id,
    source: 'export const functions = {}',
    idempotencyKey: randomUUID(),
    now: NOON,
  })
  if (!submitted.ok) throw new Error(submitted.detail)
  Object.assign(params, {
    course: course.slug,
    exercise: assignment.slug,
    name: 'wine',
    submission: submitted.submissionId,
    enrolment: owner.enrolment.id,
    id: submitted.runId,
    hash: FrozenExercise.parse(version.bundle).dataset?.published.splits.train.x.sha256,
  })
})
afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const signInAs = async (actor: Actor) => {
  browser.cookie = await sessionCookie(ids[actor])
}
const fileOf = (path: string) => ({ path, text: readFileSync(path, 'utf8') })
const load = (path: string): Promise<Record<string, unknown>> => import(/* @vite-ignore */ `../../${path}`)
/** What Next makes of an error that was thrown: 404, a redirect, or a bug. */
const outcomeOf = (error: unknown): string => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return 'not found'
  if (digest.startsWith('NEXT_REDIRECT')) return digest.includes(';/signin') ? 'sign in' : 'shown'
  throw error
}

describe('server actions', () => {
  const files = globSync('app/**/*.ts')
    .map(fileOf)
    .filter(({ text }) => /^'use server'/m.test(text))

  it('are there to be walked', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  describe.each(files)('$path', ({ path, text }) => {
    const [, kind = '', permission] = /\b(courseAction|platformAction)\('([^']+)'\)/.exec(text) ?? []

    it('names a permission of the table', () => {
      expect(Object.keys(PERMISSIONS)).toContain(permission)
    })

    it.each(actors)('to %s', async (actor) => {
      const role = isPlatform(kind) ? (actor === 'admin' ? 'admin' : 'stranger') : ACTORS[actor]
      const allowed = allows(permission as Permission, role)
      await signInAs(actor)
      const exported = Object.values(await load(path)).filter((value) => typeof value === 'function')
      expect(exported.length).toBeGreaterThan(0)
      for (const action of exported) {
        // Too little to do anything: who is let in hears what is missing, who isn't hears nothing of it.
        const result = await action({ courseSlug: params.course })
        expect(result?.serverError === REFUSED).toBe(!allowed)
        if (allowed) expect(result?.validationErrors).toBeDefined()
        else expect(result).toEqual({ serverError: REFUSED })
      }
    })
  })
})

interface Rule {
  permission: Permission
  own: boolean
  nobody: number
  /** What who may is answered here, where that isn't 200. */
  somebody?: number
}

describe('route handlers', () => {
  /** Who gets what; a route that isn't listed fails the walk. */
  const ROUTES: Record<string, Rule | 'public'> = {
    'app/api/auth/[...nextauth]/route.ts': 'public',
    'app/api/health/route.ts': 'public',
    'app/api/runs/[id]/route.ts': { permission: 'run:read', own: true, nobody: 401 },
    'app/api/runs/[id]/events/route.ts': { permission: 'run:read', own: true, nobody: 401 },
    // The run has not been graded.
    'app/api/runs/[id]/model/[format]/route.ts': { permission: 'run:read', own: true, nobody: 401, somebody: 409 },
    'app/api/courses/[course]/exercises/[exercise]/first-convolution/route.ts': {
      permission: 'exercise:read',
      own: false,
      nobody: 404,
    },
    'app/courses/[course]/exercises/[exercise]/figures/[figure]/route.ts': {
      permission: 'exercise:read',
      own: false,
      nobody: 404,
    },
    'app/courses/[course]/lessons/[lesson]/notebook/route.ts': { permission: 'lesson:read', own: false, nobody: 404 },
    'app/courses/[course]/exercises/[exercise]/rows/[hash]/route.ts': {
      permission: 'train-rows:read',
      own: false,
      nobody: 404,
    },
    'app/courses/[course]/gradebook/csv/route.ts': { permission: 'gradebook:export', own: false, nobody: 404 },
  }

  it('are all listed here', () => {
    expect(globSync('app/**/route.ts').sort()).toEqual(Object.keys(ROUTES).sort())
  })

  const guarded = Object.entries(ROUTES).flatMap(([path, rule]) =>
    rule === 'public' ? [] : actors.map((actor) => ({ path, actor, ...rule })),
  )
  it.each(guarded)('$path to $actor', async ({ path, actor, permission, own, nobody, somebody = 200 }) => {
    const leave = new AbortController()
    const request = new Request('http://localhost:3000/', {
      headers: { cookie: await sessionCookie(ids[actor]) },
      signal: leave.signal,
    })
    const { GET } = (await load(path)) as { GET(request: Request, context: object): Promise<Response> }
    const response = await GET(request, { params: Promise.resolve(params) })
    leave.abort()
    const allowed = allowsOn(permission, ACTORS[actor], own && actor === 'owner')
    const refused = actor === 'nobody' || actor === 'deactivated person' ? nobody : 404
    expect(response.status).toBe(allowed ? somebody : refused)
    if (!allowed) expect(await response.text()).toBe('')
  })
})

describe('training rows', () => {
  it.each(['public', 'private'] as const)("of the %s split are nobody's to read", async (split) => {
    const { bundle } = await db.exerciseVersion.findFirstOrThrow({ where: { slug: params.exercise } })
    const { x } = FrozenExercise.parse(bundle).dataset?.published.splits[split] ?? {}
    const { GET } = (await load('app/courses/[course]/exercises/[exercise]/rows/[hash]/route.ts')) as {
      GET(request: Request, context: object): Promise<Response>
    }
    for (const actor of ['owner', 'instructor', 'admin'] as const) {
      const request = new Request('http://localhost:3000/', { headers: { cookie: await sessionCookie(ids[actor]) } })
      const response = await GET(request, { params: Promise.resolve({ ...params, hash: x?.sha256 }) })
      expect(response.status).toBe(404)
    }
  })
})

describe('pages', () => {
  const PUBLIC = ['app/layout.tsx', 'app/page.tsx', 'app/(auth)/signin/page.tsx']
  /** Anybody's who has signed in: they show nothing of any course. */
  const SIGNED_IN = ['app/scratch/page.tsx']

  it.each(SIGNED_IN.flatMap((path) => actors.map((actor) => ({ path, actor }))))('$path to $actor', async (walk) => {
    await signInAs(walk.actor)
    const { default: Page } = (await load(walk.path)) as { default(): Promise<unknown> }
    const outcome = await Page().then(() => 'shown', outcomeOf)
    expect(outcome).toBe(walk.actor === 'nobody' || walk.actor === 'deactivated person' ? 'sign in' : 'shown')
  })

  const pages = globSync('app/**/{page,layout}.tsx')
    .sort()
    .map(fileOf)
    .filter(({ path }) => ![...PUBLIC, ...SIGNED_IN].includes(path))

  describe.each(pages)('$path', ({ path, text }) => {
    const [, kind = '', permission] = /\b(requireCourse|requirePermission)\([^']*'([^']+)'\)/.exec(text) ?? []

    it('names a permission of the table', () => {
      expect(Object.keys(PERMISSIONS)).toContain(permission)
    })

    it.each(actors)('to %s', async (actor) => {
      const role = isPlatform(kind) ? (actor === 'admin' ? 'admin' : 'stranger') : ACTORS[actor]
      // The page of a submission shows names and hidden figures: not even its owner's own is theirs to see there.
      const ownsIt = !path.includes('[submission]')
      await signInAs(actor)
      const { default: Page } = (await load(path)) as { default(props: object): Promise<unknown> }
      const outcome = await Page({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }).then(
        () => 'shown',
        outcomeOf,
      )
      const hasNoSession = actor === 'nobody' || actor === 'deactivated person'
      const allowed = allowsOn(permission as Permission, role, ownsIt)
      expect(outcome).toBe(hasNoSession ? 'sign in' : allowed ? 'shown' : 'not found')
    })
  })
})
