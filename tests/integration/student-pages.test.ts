import { describe, expect, it } from 'vitest'
import { db } from '#lib/db.ts'
import { findOwnSource } from '#lib/usecases/find-own-source.ts'
import { readAttempts } from '#lib/usecases/read-attempts.ts'
import { readCourseHome } from '#lib/usecases/read-course-home.ts'
import { readExercisePage } from '#lib/usecases/read-exercise-page.ts'
import { BOARD_LENGTH, readLeaderboard } from '#lib/usecases/read-leaderboard.ts'
import { readMyCourses } from '#lib/usecases/read-my-courses.ts'
import { readSubmissionHistory } from '#lib/usecases/read-submission-history.ts'
import { inHours, makeAssignment, makeCourse, makePerson, makeStudent, makeSubmission, now } from './staff-fixture.ts'

describe('readMyCourses', () => {
  it('gives the courses a person is in, with the next due date, and none that were archived or left', async () => {
    const [here, archived, left] = [await makeCourse(), await makeCourse(), await makeCourse()]
    const person = await makePerson()
    for (const { id } of [here, archived, left]) {
      await db.enrolment.create({ data: { userId: person.id, courseId: id, role: 'student', pseudonym: 'Opal' } })
    }
    await db.course.update({ where: { id: archived.id }, data: { archivedAt: now } })
    await db.enrolment.updateMany({ where: { userId: person.id, courseId: left.id }, data: { deactivatedAt: now } })
    const later = await makeAssignment(here.id, { order: 1, dueAt: inHours(9) })
    const next = await makeAssignment(here.id, { order: 3, dueAt: inHours(5) })
    const past = await makeAssignment(here.id, { order: 2, dueAt: inHours(-1) })

    const courses = await readMyCourses(db, { userId: person.id, now })
    expect(courses).toMatchObject([{ slug: here.slug, role: 'student', nextDueAt: next.dueAt }])
    expect(courses[0]?.exercises.map(({ slug }) => slug)).toEqual([later.slug, past.slug, next.slug])
  })
})

describe('readCourseHome', () => {
  it('tells each exercise as the learner has it, in the order of the course', async () => {
    const course = await makeCourse()
    const [ann, bo] = [await makeStudent(course.id, 'Ann'), await makeStudent(course.id, 'Bo')]
    const [second, first, third] = [
      await makeAssignment(course.id, { order: 2 }),
      await makeAssignment(course.id, { order: 1 }),
      await makeAssignment(course.id, { order: 3, opensAt: inHours(1) }),
    ]
    await makeSubmission({ enrolmentId: ann.id, assignmentId: first.id, score: 0.9, privateScore: 0.5 })
    await makeSubmission({ enrolmentId: ann.id, assignmentId: first.id, verdict: 'compile_error', receivedAt: now })
    await db.draft.create({ data: { enrolmentId: ann.id, assignmentId: second.id, source: 'const' } })

    const tiles = await readCourseHome(db, { courseId: course.id, enrolmentId: ann.id, now })
    expect(tiles.map(({ slug, state, opening, score, points }) => ({ slug, state, opening, score, points }))).toEqual([
      { slug: first.slug, state: { kind: 'scored', passed: true }, opening: 'open', score: 0.9, points: 90 },
      { slug: second.slug, state: { kind: 'in-progress' }, opening: 'open', score: null, points: 0 },
      { slug: third.slug, state: { kind: 'not-started' }, opening: 'not-open', score: null, points: 0 },
    ])
    const others = await readCourseHome(db, { courseId: course.id, enrolmentId: bo.id, now })
    expect(others.map(({ state }) => state.kind)).toEqual(['not-started', 'not-started', 'not-started'])
  })

  it('counts what the private rows decided once the assignment has closed', async () => {
    const course = await makeCourse()
    const ann = await makeStudent(course.id)
    const assignment = await makeAssignment(course.id, { closesAt: inHours(150) })
    await makeSubmission({ enrolmentId: ann.id, assignmentId: assignment.id, score: 0.9, privateScore: 0.5 })
    const input = { courseId: course.id, enrolmentId: ann.id }
    expect(await readCourseHome(db, { ...input, now: inHours(149) })).toMatchObject([{ points: 90, revealed: false }])
    expect(await readCourseHome(db, { ...input, now: inHours(150) })).toMatchObject([
      { points: 50, revealed: true, state: { kind: 'scored', passed: false } },
    ])
  })
})

describe('readExercisePage', () => {
  it('gives the exercise and the draft', async () => {
    const course = await makeCourse()
    const ann = await makeStudent(course.id)
    const assignment = await makeAssignment(course.id)
    await db.draft.create({ data: { enrolmentId: ann.id, assignmentId: assignment.id, source: 'const a = 1' } })

    const input = { courseId: course.id, slug: assignment.slug, now }
    const page = await readExercisePage(db, { ...input, enrolmentId: ann.id })
    expect(page).toMatchObject({
      assignment: { attemptsPerDay: 5, opening: 'open', revealed: false },
      exercise: { kind: 'functions', slots: [{ name: 'functions', mode: 'write' }] },
      draft: { source: 'const a = 1' },
    })
    expect(await readExercisePage(db, { ...input, enrolmentId: null })).toMatchObject({ draft: null })
    expect(await readExercisePage(db, { ...input, enrolmentId: null, slug: 'nothing-here' })).toBeNull()
  })
})

describe('readAttempts', () => {
  it('counts the attempts of the day on the course clock, beside all that was handed in', async () => {
    const course = await makeCourse()
    const ann = await makeStudent(course.id)
    const assignment = await makeAssignment(course.id)
    const mine = { enrolmentId: ann.id, assignmentId: assignment.id }
    // Midnight in Perth was twelve hours before `now`.
    const yesterday = await makeSubmission({ ...mine, score: 0.1, receivedAt: inHours(-12.1) })
    const today = await makeSubmission({ ...mine, score: 0.2, receivedAt: inHours(-11.9) })
    const ours = await makeSubmission({ ...mine, verdict: 'platform_error', receivedAt: inHours(-1) })

    const input = { courseId: course.id, assignmentId: assignment.id, timeZone: course.timeZone, now }
    const attempts = await readAttempts(db, { ...input, enrolmentId: ann.id })
    expect(attempts).toMatchObject({ left: 4, isPaused: false, readAt: now })
    expect(attempts?.submissions.map(({ submissionId }) => submissionId)).toEqual([ours.id, today.id, yesterday.id])

    await db.assignment.update({ where: { id: assignment.id }, data: { pausedBecause: 'its data is damaged' } })
    const nobody = await readAttempts(db, { ...input, enrolmentId: null })
    expect(nobody).toMatchObject({ left: 5, isPaused: true, submissions: [] })
    const elsewhere = (await makeCourse()).id
    expect(await readAttempts(db, { ...input, courseId: elsewhere, enrolmentId: ann.id })).toBeNull()
  })
})

describe('the history of a learner', () => {
  it('lists own submissions, newest first, by the run that stands for each', async () => {
    const course = await makeCourse()
    const ann = await makeStudent(course.id)
    const assignment = await makeAssignment(course.id, { dueAt: inHours(-2) })
    const mine = { enrolmentId: ann.id, assignmentId: assignment.id }
    const first = await makeSubmission({ ...mine, score: 0.4, receivedAt: inHours(-3) })
    const second = await makeSubmission({ ...mine, verdict: 'timed_out', receivedAt: inHours(-1) })
    // A regrade that failed on our side leaves the first run standing.
    await db.run.create({
      data: {
        submissionId: first.id,
        number: 2,
        state: 'finished',
        verdict: 'platform_error',
        queuedAt: now,
        deadlineAt: now,
      },
    })
    const history = await readSubmissionHistory(db, mine)
    expect(
      history.map(({ submissionId, ordinal, verdict, score, late }) => [submissionId, ordinal, verdict, score, late]),
    ).toEqual([
      [second.id, 2, 'timed_out', null, true],
      [first.id, 1, 'scored', 0.4, false],
    ])
    expect(history[1]?.runId).toBe(first.runs[0]?.id)
  })

  it('gives code to whoever wrote it and to nobody else', async () => {
    const course = await makeCourse()
    const [ann, bo] = [await makeStudent(course.id, 'Ann'), await makeStudent(course.id, 'Bo')]
    const assignment = await makeAssignment(course.id)
    const { id: submissionId, source } = await makeSubmission({
      enrolmentId: ann.id,
      assignmentId: assignment.id,
      score: 1,
    })
    const input = { courseId: course.id, submissionId }
    expect(await findOwnSource(db, { ...input, userId: ann.userId })).toBe(source)
    expect(await findOwnSource(db, { ...input, userId: bo.userId })).toBeNull()
    expect(await findOwnSource(db, { ...input, userId: ann.userId, courseId: 'another' })).toBeNull()
  })
})

describe('readLeaderboard', () => {
  async function makeBoard() {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id, { closesAt: inHours(150) })
    const people = await Promise.all(['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => makeStudent(course.id, name)))
    const scores = [
      { score: 0.7, privateScore: 0.9, receivedAt: inHours(-5) },
      { score: 0.9, privateScore: 0.4, receivedAt: inHours(-4) },
      // As good as Bo, and earlier.
      { score: 0.9, privateScore: 0.6, receivedAt: inHours(-6) },
      { score: 1, privateScore: 1, receivedAt: inHours(-3) },
    ]
    for (const [i, graded] of scores.entries())
      await makeSubmission({ enrolmentId: people[i]?.id ?? '', assignmentId: assignment.id, ...graded })
    // Di left; Ed never handed in; the instructor only tried.
    await db.enrolment.update({ where: { id: people[3]?.id ?? '' }, data: { deactivatedAt: now } })
    const staff = await makeStudent(course.id, 'Staff')
    await db.enrolment.update({ where: { id: staff.id }, data: { role: 'instructor' } })
    await makeSubmission({ enrolmentId: staff.id, assignmentId: assignment.id, score: 1 })
    const read = (over: {
      board?: 'public' | 'private'
      withNames?: boolean
      enrolmentId?: string | null
      now?: Date
    }) =>
      readLeaderboard(db, {
        courseId: course.id,
        slug: assignment.slug,
        board: 'public',
        withNames: true,
        enrolmentId: null,
        now,
        ...over,
      })
    return { people, read }
  }

  it('orders active students by public score, the earlier one first among equals', async () => {
    const { people, read } = await makeBoard()
    const board = await read({ enrolmentId: people[0]?.id ?? null })
    expect(board?.rows.map(({ rank, name, score }) => [rank, name, score])).toEqual([
      [1, 'Cy', 0.9],
      [2, 'Bo', 0.9],
      [3, 'Ann', 0.7],
    ])
    expect(board).toMatchObject({ size: 3, mine: { rank: 3, isMe: true }, bars: { pass: 0.8, full: 1 } })
    expect((await read({ enrolmentId: people[4]?.id ?? null }))?.mine).toBeNull()
  })

  it('shows the asker their own rank where the board was cut before them', async () => {
    const course = await makeCourse()
    const assignment = await makeAssignment(course.id)
    const people = Array.from({ length: BOARD_LENGTH + 3 }, (_, i) => ({ id: `${assignment.id}-${i}` }))
    await db.user.createMany({ data: people })
    const enrolments = people.map(({ id }) => ({
      id,
      userId: id,
      courseId: course.id,
      pseudonym: id,
      role: 'student' as const,
    }))
    await db.enrolment.createMany({ data: enrolments })
    await db.standing.createMany({
      data: people.map(({ id }, i) => ({
        enrolmentId: id,
        assignmentId: assignment.id,
        submissions: 1,
        // Everybody as good as everybody else: the receipt decides.
        publicScore: 0.5,
        bestAt: inHours(i),
        lastAt: now,
      })),
    })
    const last = people.at(-2)?.id ?? null
    const board = await readLeaderboard(db, {
      courseId: course.id,
      slug: assignment.slug,
      board: 'public',
      withNames: false,
      enrolmentId: last,
      now,
    })
    expect(board?.rows).toHaveLength(BOARD_LENGTH)
    expect(board).toMatchObject({ size: BOARD_LENGTH + 3, mine: { rank: BOARD_LENGTH + 2, pseudonym: last } })
  })

  it('gives no name to who may not see one', async () => {
    const { read } = await makeBoard()
    expect(JSON.stringify(await read({ withNames: false }))).not.toMatch(/Ann|Bo|Cy/)
  })

  it('keeps the private board shut until the close', async () => {
    const { read } = await makeBoard()
    const before = await read({ board: 'private', now: inHours(149) })
    expect(before).toMatchObject({ board: 'public', assignment: { revealed: false } })
    expect(before?.rows.map(({ score }) => score)).toEqual([0.9, 0.9, 0.7])
    const after = await read({ board: 'private', now: inHours(150) })
    expect(after?.rows.map(({ name, score }) => [name, score])).toEqual([
      ['Ann', 0.9],
      ['Cy', 0.6],
      ['Bo', 0.4],
    ])
  })
})
