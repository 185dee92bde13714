import { describe, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { AssignmentInput, parseAssignment } from '#lib/usecases/inputs/assignment-input.ts'
import { listAssignable } from '#lib/usecases/list-assignable.ts'
import { listAssignments } from '#lib/usecases/list-assignments.ts'
import { readMachinery } from '#lib/usecases/read-machinery.ts'
import { saveAssignment } from '#lib/usecases/save-assignment.ts'
import { inHours, makeAssignment, makeCourse, makePerson, makeStudent, makeSubmission, now } from './staff-fixture.ts'

const form = (over: Partial<Record<keyof AssignmentInput, unknown>> = {}): AssignmentInput =>
  AssignmentInput.parse({
    slug: 'by-hand',
    opensAt: '2026-11-20T08:00',
    dueAt: '2026-11-27T18:00',
    closesAt: '2026-11-29T18:00',
    attemptsPerDay: '5',
    maxPoints: '100',
    latePenaltyPercent: '10',
    ...over,
  })

describe('parseAssignment', () => {
  it.each<[string, Parameters<typeof form>[0], string[]]>([
    ['as it should be', {}, []],
    ['closes when it is due', { closesAt: '2026-11-27T18:00' }, []],
    ['due when it opens', { dueAt: '2026-11-20T08:00' }, ['dueAt']],
    ['closes before it is due', { closesAt: '2026-11-27T17:59' }, ['closesAt']],
    ['opens last', { opensAt: '2026-12-20T08:00' }, ['dueAt']],
    ['a day that is not', { dueAt: '2026-11-31T18:00' }, ['dueAt']],
  ])('%s', (_what, over, fields) => {
    const parsed = parseAssignment(form(over), 'Australia/Perth')
    expect(parsed.ok ? [] : parsed.faults.map(({ field }) => field)).toEqual(fields)
  })
})

describe('saveAssignment', () => {
  const actor = async () => ({ actorId: (await makePerson({ isAdmin: true })).id, now })

  it('takes dates on the clock of the course and stores UTC', async () => {
    const course = await makeCourse()
    const { slug } = await makeAssignment((await makeCourse()).id)
    const by = await actor()
    expect((await listAssignable(db, { courseId: course.id })).map((exercise) => exercise.slug)).toContain(slug)
    const result = await saveAssignment(db, { courseId: course.id, input: form({ slug }), ...by })
    expect(result).toMatchObject({ ok: true, regraded: 0 })
    const [assignment] = await listAssignments(db, { courseId: course.id })
    expect(assignment?.dueAt.toISOString()).toBe('2026-11-27T10:00:00.000Z')
    expect(assignment?.latePenaltyPerDay).toBeCloseTo(0.1)
    expect((await listAssignable(db, { courseId: course.id })).map((exercise) => exercise.slug)).not.toContain(slug)
    expect(await saveAssignment(db, { courseId: course.id, input: form({ slug }), ...by })).toEqual({
      ok: false,
      reason: 'already-assigned',
    })
    expect(await db.auditEntry.count({ where: { actorId: by.actorId, action: 'assignment.created' } })).toBe(1)
  })

  it('works everybody’s points out anew when due date or maximum change', async () => {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id)
    const student = await makeStudent(course.id)
    await makeSubmission({ enrolmentId: student.id, assignmentId: assignment.id, score: 0.9, receivedAt: now })
    const change = async (over: Parameters<typeof form>[0]) =>
      saveAssignment(db, { courseId: course.id, assignmentId: assignment.id, input: form(over), ...(await actor()) })
    const standing = () => db.standing.findFirstOrThrow({ where: { enrolmentId: student.id } })
    // Noon in Perth is when it was received: half a day late costs a day's penalty.
    expect(await change({ dueAt: '2026-11-23T00:00', maxPoints: 50 })).toMatchObject({ ok: true, regraded: 1 })
    expect(await standing()).toMatchObject({ points: 40.5, late: true })
    expect(await change({ maxPoints: 50 })).toMatchObject({ ok: true, regraded: 1 })
    expect(await standing()).toMatchObject({ points: 45, late: false })
    expect(await change({ maxPoints: 50, attemptsPerDay: 2 })).toMatchObject({ ok: true, regraded: 0 })
  })

  it('says which dates are wrong, and reaches no assignment of another course', async () => {
    const [course, other] = [await makeCourse(), await makeCourse()]
    const { id } = await makeAssignment(other.id)
    const by = await actor()
    expect(
      await saveAssignment(db, { courseId: course.id, input: form({ dueAt: '2026-11-01T00:00' }), ...by }),
    ).toEqual({
      ok: false,
      reason: 'wrong-dates',
      faults: [{ field: 'dueAt', message: 'It must be due after it opens.' }],
    })
    expect(await saveAssignment(db, { courseId: course.id, assignmentId: id, input: form(), ...by })).toEqual({
      ok: false,
      reason: 'no-such-assignment',
    })
    expect(await saveAssignment(db, { courseId: course.id, input: form({ slug: 'unknown' }), ...by })).toEqual({
      ok: false,
      reason: 'no-such-exercise',
    })
  })
})

it('the machinery shows what waits, what runs where, and what was given up', async () => {
  const course = await makeCourse()
  const assignment = await makeAssignment(course.id)
  const student = await makeStudent(course.id)
  const of = { enrolmentId: student.id, assignmentId: assignment.id }
  const engine = { gradus: '0.1.0', tfjs: '4.22.0', libtensorflow: '2.21.0', device: 'cpu', threads: 2, oneDnn: false }
  const worker = { hostname: 'box', pid: 1, box: 'full', concurrency: 1, startedAt: inHours(-1) }
  await db.worker.createMany({
    data: [
      { ...worker, id: 'busy', heartbeatAt: now, engine },
      { ...worker, id: 'quiet', heartbeatAt: inHours(-0.1), engine: { odd: true } },
      { ...worker, id: 'long-gone', heartbeatAt: inHours(-2), engine },
    ],
  })
  const waiting = await makeSubmission(of)
  const running = await makeSubmission(of)
  await makeSubmission({ ...of, verdict: 'platform_error', error: 'The trainer went away.' })
  await db.run.update({
    where: { id: waiting.runs[0]?.id ?? '' },
    data: { state: 'queued', verdict: null, queuedAt: inHours(-0.5), startedAt: null, finishedAt: null },
  })
  await db.run.update({
    where: { id: running.runs[0]?.id ?? '' },
    data: { state: 'running', verdict: null, workerId: 'busy', phase: 'training', startedAt: now, finishedAt: null },
  })
  const machinery = await readMachinery(db, { now })
  expect(machinery).toMatchObject({ queued: 1, queuedForGpu: 0, oldestQueuedAt: inHours(-0.5), running: 1 })
  expect(machinery.workers.map(({ id, state }) => [id, state])).toEqual([
    ['busy', 'working'],
    ['quiet', 'silent'],
  ])
  expect(machinery.workers[0]).toMatchObject({
    engine: { threads: 2 },
    running: [{ exercise: 'By hand 1', phase: 'training' }],
  })
  expect(machinery.workers[1]?.engine).toBeNull()
  expect(machinery.deadLetters).toMatchObject([{ reason: 'The trainer went away.', exercise: 'By hand 1' }])
  expect(machinery.history).toHaveLength(60)
  expect(machinery.history.at(-1)).toEqual({ at: now, depth: 1, oldestSeconds: 1800 })
  expect(machinery.history[0]?.depth).toBe(1)
})
