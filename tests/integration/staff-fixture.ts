import { randomUUID } from 'node:crypto'
import type { StoredReport } from '#lib/contract/disclosed-report.ts'
import type { Exercise } from '#lib/contract/exercise.ts'
import { db } from '#lib/db.ts'
import type { Verdict } from '#lib/domain/verdict.ts'
import { updateStanding } from '#lib/usecases/update-standing.ts'

export const now = new Date('2026-11-23T04:00:00Z')
export const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const unique = () => randomUUID().slice(0, 8)

export async function makePerson(
  over: { name?: string; email?: string; isAdmin?: boolean; deactivated?: boolean } = {},
) {
  const { deactivated, ...fields } = over
  const data = { name: 'Kim Lee', email: `${unique()}@example.edu`, ...fields, deactivatedAt: deactivated ? now : null }
  return db.user.create({ data })
}

export const makeCourse = () =>
  db.course.create({ data: { slug: `course-${unique()}`, title: 'Deep learning', timeZone: 'Australia/Perth' } })

export async function makeStudent(courseId: string, name = 'Kim Lee') {
  const user = await makePerson({ name })
  return db.enrolment.create({ data: { userId: user.id, courseId, role: 'student', pseudonym: `Opal ${unique()}` } })
}

/** By hand, so that no dataset is needed: baseline none, pass 0.8, full 1. */
export async function makeAssignment(
  courseId: string,
  over: { opensAt?: Date; dueAt?: Date; closesAt?: Date; order?: number; maxPoints?: number; slug?: string } = {},
) {
  const { order = 1, slug = `by-hand-${unique()}`, ...fields } = over
  const exercise: Exercise = {
    kind: 'functions',
    slug,
    version: 1,
    module: 1,
    order,
    title: `By hand ${order}`,
    objective: 'Work it out.',
    minutes: 10,
    slots: { prepare: '-', buildModel: '-', training: '-', functions: 'write' },
    limits: { maxSeconds: 5 },
    checks: [],
    hints: ['a', 'b', 'c'],
    mistake: { name: 'sign', what: 'wrong sign', feedback: 'Look at the sign.' },
    task: 'functions',
    metric: 'cases',
    visibleCases: 1,
    hiddenCases: 10,
    passBar: 0.8,
  }
  const hash = randomUUID()
  const bundle = {
    hash,
    exercise,
    readme: '',
    starter: '',
    dataset: null,
    cases: { visible: [], hidden: { sha256: 'none' } },
  }
  const version = await db.exerciseVersion.create({
    data: { slug, version: 1, hash, title: exercise.title, module: 1, order, metric: 'cases', bundle },
  })
  return db.assignment.create({
    data: {
      courseId,
      exerciseVersionId: version.id,
      slug,
      opensAt: inHours(-100),
      dueAt: inHours(100),
      closesAt: inHours(200),
      ...fields,
    },
  })
}

interface Graded {
  enrolmentId: string
  assignmentId: string
  verdict?: Verdict
  /** Share of cases: points are 100 times that. */
  score?: number | null
  privateScore?: number
  receivedAt?: Date
  error?: string
  diagnosis?: string
}

/** A submission with one finished run, and the standing that follows. */
export async function makeSubmission(graded: Graded) {
  const { enrolmentId, assignmentId, verdict = 'scored', score = null, receivedAt = inHours(-1) } = graded
  const privateScore = score === null ? null : (graded.privateScore ?? score)
  const report: StoredReport = {
    exercise: 'by-hand',
    verdict,
    metric: { name: 'cases', public: score, private: privateScore },
    points: (score ?? 0) * 100,
    finalPoints: (privateScore ?? 0) * 100,
    maxPoints: 100,
    passed: (score ?? 0) >= 0.8,
    finallyPassed: (privateScore ?? 0) >= 0.8,
    checks: [],
    diagnoses: graded.diagnosis ? [{ id: graded.diagnosis, message: `${graded.diagnosis} at ${unique()}` }] : [],
    notices: [],
    ...(graded.error ? { error: { kind: verdict, message: graded.error } } : {}),
    params: null,
    confusion: null,
    cases: [],
    training: null,
    console: [],
    timing: { compile: 0, prepare: 0, train: 0, predict: 0, score: 0, total: 0 },
    provenance: {
      sourceHash: 'hash',
      exerciseVersion: 1,
      exerciseHash: 'hash',
      datasetHash: null,
      seed: 1,
      engine: { gradus: '0', node: '22', tfjs: '4', libtensorflow: null, device: 'cpu', threads: 1, oneDnn: 'on' },
      box: 'full',
      topologyHash: null,
      weightsHash: null,
      gradedAt: receivedAt.toISOString(),
    },
  }
  const submission = await db.submission.create({
    data: {
      enrolmentId,
      assignmentId,
      idempotencyKey: randomUUID(),
      source: 'export const functions = {}',
      sourceHash: 'hash',
      receivedAt,
      runs: {
        create: {
          state: 'finished',
          phase: 'finished',
          queuedAt: receivedAt,
          startedAt: receivedAt,
          finishedAt: receivedAt,
          deadlineAt: receivedAt,
          verdict,
          publicScore: report.metric.public,
          privateScore: report.metric.private,
          points: report.points,
          finalPoints: report.finalPoints,
          passed: report.passed,
          finallyPassed: report.finallyPassed,
          report,
        },
      },
    },
    include: { runs: true },
  })
  await db.$transaction((tx) => updateStanding(tx, enrolmentId, assignmentId))
  return submission
}
