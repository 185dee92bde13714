import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { readCohort } from '#lib/usecases/read-cohort.ts'
import { gradebookLines, readGradebook } from '#lib/usecases/read-gradebook.ts'
import { readStudentPath } from '#lib/usecases/read-student-path.ts'
import { readSubmission } from '#lib/usecases/read-submission.ts'
import { streamCsv } from '#lib/usecases/stream-csv.ts'
import { inHours, makeAssignment, makeCourse, makeStudent, makeSubmission, now } from './staff-fixture.ts'

describe('readCohort', () => {
  it('puts every active student against every assignment, and nobody else', async () => {
    const course = await makeCourse()
    const elsewhere = await makeCourse()
    await makeStudent(elsewhere.id, 'Somebody else')
    const [first, second] = [await makeAssignment(course.id), await makeAssignment(course.id, { order: 2 })]
    const [ann, bo] = [await makeStudent(course.id, 'Ann'), await makeStudent(course.id, 'Bo')]
    const gone = await makeStudent(course.id, 'Cy')
    await db.enrolment.update({ where: { id: gone.id }, data: { deactivatedAt: now } })
    await makeSubmission({ enrolmentId: ann.id, assignmentId: first.id, score: 0.5 })
    await makeSubmission({ enrolmentId: ann.id, assignmentId: first.id, score: 0.9 })
    await makeSubmission({ enrolmentId: bo.id, assignmentId: first.id, verdict: 'runtime_error', error: 'x is null' })
    await db.draft.create({ data: { enrolmentId: bo.id, assignmentId: second.id, source: 'const' } })

    const cohort = await readCohort(db, { courseId: course.id, now })
    expect(cohort.students.map(({ name }) => name)).toEqual(['Ann', 'Bo'])
    expect(
      cohort.students.map(({ cells }) => cells.map(({ state, score, attempts }) => [state, score, attempts])),
    ).toEqual([
      [
        ['passed', 0.9, 2],
        ['none', null, 0],
      ],
      [
        ['failing', null, 1],
        ['drafting', null, 0],
      ],
    ])
    expect(cohort.assignments.map(({ medianScore, passed }) => [medianScore, passed])).toEqual([
      [0.9, 1],
      [null, 0],
    ])
    expect(cohort.students[0]?.points).toBeCloseTo(90)
  })

  it('shows public figures until close and private ones from then on', async () => {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id, { closesAt: inHours(1), dueAt: inHours(1) })
    const student = await makeStudent(course.id)
    await makeSubmission({ enrolmentId: student.id, assignmentId: assignment.id, score: 0.9, privateScore: 0.7 })
    const cellAt = async (at: Date) => (await readCohort(db, { courseId: course.id, now: at })).students[0]?.cells[0]
    expect(await cellAt(inHours(0.9))).toMatchObject({ score: 0.9, points: 90, state: 'passed' })
    expect(await cellAt(inHours(1))).toMatchObject({ score: 0.7, points: 70, state: 'below' })
  })

  it('names who needs a hand, the most pressing first', async () => {
    const course = await makeCourse()
    const [open, soon] = [
      await makeAssignment(course.id),
      await makeAssignment(course.id, { order: 2, dueAt: inHours(20) }),
    ]
    const stuck = await makeStudent(course.id, 'Stuck')
    const repeating = await makeStudent(course.id, 'Repeating')
    for (const student of [stuck, repeating])
      await makeSubmission({ enrolmentId: student.id, assignmentId: soon.id, score: 1 })
    for (const diagnosis of ['loss-flat', 'dead-relu', 'loss-flat'])
      await makeSubmission({ enrolmentId: stuck.id, assignmentId: open.id, score: 0.1, diagnosis })
    for (const score of [0.1, 0.2, 0.3])
      await makeSubmission({ enrolmentId: repeating.id, assignmentId: open.id, score, diagnosis: 'loss-flat' })
    await makeStudent(course.id, 'Idle')
    const { needs } = await readCohort(db, { courseId: course.id, now })
    expect(needs.map(({ name, reason, assignmentId }) => [name, reason, assignmentId])).toEqual([
      ['Repeating', 'same-error', open.id],
      ['Stuck', 'stuck', open.id],
      ['Idle', 'not-started', soon.id],
    ])
    expect(needs[0]?.trouble).toMatch(/^loss-flat at /)
    expect(needs[1]?.trouble).toBeNull()
  })

  it('does not count a platform error as an attempt', async () => {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id)
    const student = await makeStudent(course.id)
    for (let i = 0; i < 3; i++)
      await makeSubmission({
        enrolmentId: student.id,
        assignmentId: assignment.id,
        verdict: 'platform_error',
        error: 'ours',
      })
    const { needs, students } = await readCohort(db, { courseId: course.id, now })
    expect(students[0]?.cells[0]?.attempts).toBe(0)
    expect(needs).toEqual([])
  })
})

describe('readStudentPath', () => {
  it('tells what was handed in, oldest first, with the run that counts', async () => {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id)
    const student = await makeStudent(course.id)
    const of = { enrolmentId: student.id, assignmentId: assignment.id }
    const first = await makeSubmission({ ...of, verdict: 'compile_error', error: 'missing )', receivedAt: inHours(-3) })
    const second = await makeSubmission({ ...of, score: 0.9, receivedAt: inHours(-2) })
    // A regrade that failed on our side leaves the grade as it was.
    await db.run.create({
      data: {
        submissionId: second.id,
        number: 2,
        state: 'finished',
        verdict: 'platform_error',
        queuedAt: now,
        deadlineAt: now,
        finishedAt: now,
      },
    })
    const path = await readStudentPath(db, { courseId: course.id, enrolmentId: student.id })
    expect(path?.assignments[0]?.steps).toMatchObject([
      { submissionId: first.id, verdict: 'compile_error', message: 'missing )', runs: 1 },
      { submissionId: second.id, verdict: 'scored', publicScore: 0.9, runs: 2 },
    ])
  })

  it('is null for an enrolment in another course', async () => {
    const [course, other] = [await makeCourse(), await makeCourse()]
    const student = await makeStudent(other.id)
    expect(await readStudentPath(db, { courseId: course.id, enrolmentId: student.id })).toBeNull()
  })
})

describe('readSubmission', () => {
  it('gives source, runs and neighbours, and nothing across courses', async () => {
    const [course, other] = [await makeCourse(), await makeCourse()]
    const assignment = await makeAssignment(course.id)
    const student = await makeStudent(course.id)
    const of = { enrolmentId: student.id, assignmentId: assignment.id }
    const first = await makeSubmission({ ...of, score: 0.2, receivedAt: inHours(-3) })
    const second = await makeSubmission({ ...of, score: 0.9, receivedAt: inHours(-2) })
    const detail = await readSubmission(db, { courseId: course.id, submissionId: second.id })
    expect(detail).toMatchObject({
      source: 'export const functions = {}',
      ordinal: 2,
      of: 2,
      previousId: first.id,
      nextId: null,
      effectiveRunId: second.runs[0]?.id,
    })
    expect(detail?.runs).toMatchObject([{ number: 1, verdict: 'scored', publicScore: 0.9 }])
    expect(await readSubmission(db, { courseId: other.id, submissionId: second.id })).toBeNull()
  })
})

describe('the gradebook', () => {
  it('has a line a student, final points where closed, and says demo people are', async () => {
    const course = await makeCourse()
    const closed = await makeAssignment(course.id, { dueAt: inHours(-2), closesAt: inHours(-2), maxPoints: 10 })
    const open = await makeAssignment(course.id, { order: 2 })
    const student = await makeStudent(course.id, 'Ann')
    await db.user.update({ where: { id: student.userId }, data: { isDemo: true } })
    const of = { enrolmentId: student.id }
    await makeSubmission({ ...of, assignmentId: closed.id, score: 0.9, privateScore: 0.7, receivedAt: inHours(-3) })
    const lines = gradebookLines(await readGradebook(db, { courseId: course.id, now }))
    expect(lines[0]?.slice(2)).toEqual([
      `${closed.slug}: points of 10 (final)`,
      `${closed.slug}: late`,
      `${open.slug}: points of 100 (provisional)`,
      `${open.slug}: late`,
      'total of 110',
    ])
    expect(lines[1]).toEqual(['Ann (demo)', expect.any(String), 7, '', '', '', 7])
  })

  it.each(['=cmd()', '+1', '-1', '@sum', '\tx'])('lets no spreadsheet run the name %j', async (name) => {
    const csv = await text(streamCsv([[name, 'a,"b"', -1.5]]))
    expect(csv).toBe(`'${name},"a,""b""",-1.5\r\n`)
  })
})
