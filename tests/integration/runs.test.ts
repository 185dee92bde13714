import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { RunLive } from '#lib/contract/run-stream.ts'
import { db } from '#lib/db.ts'
import { MAX_TRIES } from '#lib/domain/run-state.ts'
import { closeQueue } from '#lib/queue.ts'
import { giveUpRun } from '#lib/usecases/give-up-run.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import { recordProgress } from '#lib/usecases/record-progress.ts'
import { recordResult } from '#lib/usecases/record-result.ts'
import { regradeSubmission } from '#lib/usecases/regrade-submission.ts'
import { releaseRun } from '#lib/usecases/release-run.ts'
import { submitSolution } from '#lib/usecases/submit-solution.ts'
import { sweepRuns } from '#lib/usecases/sweep-runs.ts'
import { takeRun } from '#lib/usecases/take-run.ts'
import { query } from '#tests/helpers/database.ts'
import { after, type CourseSetup, enrol, makeCourse, NOON } from '#tests/helpers/make-course.ts'
import { makePoint, makeReport } from '#tests/helpers/make-report.ts'

afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const nothingLive: RunLive = { model: null, step: null, console: [], notices: [] }

async function makeRun(setup: CourseSetup = {}) {
  const { course, assignment } = await makeCourse(setup)
  const { user, enrolment } = await enrol(course.id)
  const submit = async (now = NOON) => {
    const result = await submitSolution(db, {
      userId: user.id,
      courseId: course.id,
      assignmentId: assignment.id,
      source: 'export const functions = {}',
      idempotencyKey: randomUUID(),
      now,
    })
    if (!result.ok) throw new Error(result.detail)
    return result
  }
  const { runId, submissionId } = await submit()
  return {
    runId,
    submissionId,
    course,
    assignment,
    enrolment,
    user,
    submit,
    take: (attempt: number) => takeRun(db, { runId, attempt, workerId: `w${attempt}`, now: NOON }),
    record: (attempt: number, over = {}) =>
      recordResult(db, { runId, attempt, report: makeReport(over), artefact: null, now: NOON }),
    row: () => db.run.findUniqueOrThrow({ where: { id: runId } }),
    standing: () =>
      db.standing.findUniqueOrThrow({
        where: { assignmentId_enrolmentId: { assignmentId: assignment.id, enrolmentId: enrolment.id } },
      }),
  }
}

describe('a run that changes hands', () => {
  it('is handed to the later delivery, and the earlier one cannot write any more', async () => {
    const run = await makeRun()
    expect(await run.take(1)).toMatchObject({ ok: true, run: { attempt: 1, source: 'export const functions = {}' } })
    expect(await run.take(2)).toMatchObject({ ok: true })
    const stale = {
      runId: run.runId,
      attempt: 1,
      phase: 'training',
      live: nothingLive,
      points: [makePoint(1)],
    } as const
    expect(await recordProgress(db, { ...stale, points: [...stale.points] })).toBe('fenced')
    expect(await run.record(1)).toBe('fenced')
    expect(await giveUpRun(db, { runId: run.runId, attempt: 1, fault: 'It broke.', now: NOON })).toBe(false)
    expect(await releaseRun(db, { runId: run.runId, attempt: 1, fault: 'It broke.', now: NOON })).toBe(false)
    expect(await run.row()).toMatchObject({ state: 'running', attempt: 2, curve: [] })
    expect(await run.record(2)).toBe('recorded')
  })

  it('cannot be taken by a delivery that was overtaken, nor once it has finished', async () => {
    const run = await makeRun()
    await run.take(2)
    expect(await run.take(1)).toEqual({ ok: false, reason: 'overtaken' })
    await run.record(2)
    expect(await run.take(3)).toEqual({ ok: false, reason: 'overtaken' })
    expect(await takeRun(db, { runId: 'none', attempt: 1, workerId: 'w', now: NOON })).toEqual({
      ok: false,
      reason: 'gone',
    })
  })

  it('begins with an empty curve each time', async () => {
    const run = await makeRun()
    await run.take(1)
    await recordProgress(db, {
      runId: run.runId,
      attempt: 1,
      phase: 'training',
      live: nothingLive,
      points: [makePoint(1)],
    })
    await run.take(2)
    expect((await run.row()).curve).toEqual([])
  })
})

describe('recordResult', () => {
  it('records once, however often it is said', async () => {
    const run = await makeRun()
    await run.take(1)
    const outcomes = await Promise.all([run.record(1), run.record(1), run.record(1)])
    expect(outcomes.sort()).toEqual(['already-recorded', 'already-recorded', 'recorded'])
    expect(await run.record(1, { points: 1 })).toBe('already-recorded')
    expect(await run.row()).toMatchObject({ state: 'finished', verdict: 'scored', points: 80, publicScore: 0.8 })
  })

  it('keeps the standing: the best counts, after lateness, of what the assignment is worth', async () => {
    const run = await makeRun({ maxPoints: 50, latePenaltyPerDay: 0.1 })
    await run.take(1)
    await run.record(1, {
      points: 40,
      finalPoints: 30,
      passed: false,
      metric: { name: 'cases', public: 0.4, private: 0.3 },
    })
    expect(await run.standing()).toMatchObject({
      points: 20,
      finalPoints: 15,
      publicScore: 0.4,
      passed: false,
      late: false,
    })
    const late = await run.submit(after(NOON, 25))
    await takeRun(db, { runId: late.runId, attempt: 1, workerId: 'w', now: NOON })
    await recordResult(db, { runId: late.runId, attempt: 1, report: makeReport(), artefact: null, now: NOON })
    expect(await run.standing()).toMatchObject({
      submissions: 2,
      bestRunId: late.runId,
      points: 36,
      finalPoints: 31.5,
      passed: true,
      late: true,
      bestAt: after(NOON, 25),
    })
  })

  it('keeps at most 500 points of a curve, the last among them', async () => {
    const run = await makeRun()
    await run.take(1)
    await run.record(1, { curve: Array.from({ length: 1203 }, (_, i) => makePoint(i + 1)) })
    const curve = (await run.row()).curve as { epoch: number }[]
    expect(curve.length).toBeLessThanOrEqual(500)
    expect(curve[0]?.epoch).toBe(1)
    expect(curve.at(-1)?.epoch).toBe(1203)
  })
})

describe('giveUpRun and regradeSubmission', () => {
  it('ends in a platform error that costs no attempt', async () => {
    const run = await makeRun({ attemptsPerDay: 1 })
    await run.take(1)
    expect(await giveUpRun(db, { runId: run.runId, attempt: 1, fault: 'It broke.', now: NOON })).toBe(true)
    expect(await run.row()).toMatchObject({ state: 'finished', verdict: 'platform_error', points: null })
    expect(await run.standing()).toMatchObject({ submissions: 0, points: 0, lastVerdict: null })
  })

  it('regrades beside the first run, whose result stands until the new one', async () => {
    const run = await makeRun()
    const regrade = () =>
      regradeSubmission(db, {
        submissionId: run.submissionId,
        courseId: run.course.id,
        actorId: run.user.id,
        now: NOON,
      })
    expect(await regrade()).toEqual({ ok: false, reason: 'being-graded' })
    await run.take(1)
    await run.record(1)
    const again = await regrade()
    if (!again.ok) throw new Error(again.reason)
    expect(await run.standing()).toMatchObject({ points: 80, submissions: 1 })
    await takeRun(db, { runId: again.runId, attempt: 1, workerId: 'w', now: NOON })
    const report = makeReport({ points: 60, metric: { name: 'cases', public: 0.6, private: 0.5 } })
    await recordResult(db, { runId: again.runId, attempt: 1, report, artefact: null, now: NOON })
    expect(await run.standing()).toMatchObject({ points: 60, bestRunId: again.runId, submissions: 1 })
    expect(await run.row()).toMatchObject({ number: 1, points: 80 })
  })

  it('leaves the grade as it was when a regrade fails on our side', async () => {
    const run = await makeRun()
    await run.take(1)
    await run.record(1)
    const input = { submissionId: run.submissionId, courseId: run.course.id, actorId: run.user.id, now: NOON }
    const again = await regradeSubmission(db, input)
    if (!again.ok) throw new Error(again.reason)
    await giveUpRun(db, { runId: again.runId, attempt: 0, fault: 'It broke.', now: NOON })
    expect(await run.standing()).toMatchObject({ points: 80, submissions: 1 })
  })

  it("does not regrade another course's submission", async () => {
    const [run, other] = [await makeRun(), await makeRun()]
    const input = { submissionId: run.submissionId, courseId: other.course.id, actorId: run.user.id, now: NOON }
    expect(await regradeSubmission(db, input)).toEqual({ ok: false, reason: 'no-such-submission' })
  })
})

describe('sweepRuns', () => {
  const LATER = after(NOON, 1 / 60)
  const jobStates = async (runId: string) =>
    (
      await query<{ state: string; base: string }>(
        `select state, data->>'baseAttempt' as base from pgboss.job where name = 'grade' and data->>'runId' = $1 order by created_on`,
        [runId],
      )
    ).map(({ state, base }) => `${state} ${base}`)

  it('leaves alone what is on its way', async () => {
    const run = await makeRun()
    const swept = await sweepRuns(db, LATER)
    expect(swept?.requeued).not.toContain(run.runId)
    expect(await jobStates(run.runId)).toEqual(['created 0'])
  })

  it('queues a run again whose job is lost, under a token that fences the lost delivery', async () => {
    const run = await makeRun()
    await run.take(1)
    await query(`delete from pgboss.job where data->>'runId' = $1`, [run.runId])
    expect((await sweepRuns(db, LATER))?.requeued).toContain(run.runId)
    expect(await jobStates(run.runId)).toEqual(['created 1'])
    expect(await run.row()).toMatchObject({ state: 'queued', phase: 'queued' })
    expect(await run.record(1)).toBe('fenced')
  })

  it('gives up a run that was begun too often', async () => {
    const run = await makeRun()
    await run.take(MAX_TRIES)
    await query(`update pgboss.job set state = 'failed' where data->>'runId' = $1`, [run.runId])
    expect((await sweepRuns(db, LATER))?.gaveUp).toContain(run.runId)
    expect(await run.row()).toMatchObject({ verdict: 'platform_error' })
  })

  it('takes a run from a worker that outstays its deadline, and gives up one that nobody ever took', async () => {
    const [hung, waiting] = [await makeRun(), await makeRun()]
    await hung.take(1)
    const swept = await sweepRuns(db, after(NOON, 24))
    expect(swept?.requeued).toContain(hung.runId)
    expect(swept?.gaveUp).toContain(waiting.runId)
    expect(await jobStates(hung.runId)).toEqual(['cancelled 0', 'created 1'])
    expect(await jobStates(waiting.runId)).toEqual(['cancelled 0'])
  })

  it('sweeps one at a time', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => sweepRuns(db, NOON)))
    expect(results.some((result) => result !== null)).toBe(true)
    await db.$transaction(async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(4722001)::text`
      expect(await sweepRuns(db, NOON)).toBeNull()
    })
  })
})

describe('readRunStream', () => {
  const reader =
    (runId: string, isStaff = false) =>
    (since: string | null, now = NOON) =>
      readRunStream(db, { runId, since, isStaff, now })

  it('tells what is new since the cursor, and nothing when nothing is', async () => {
    const run = await makeRun()
    const read = reader(run.runId)
    const waiting = await read(null)
    expect(waiting).toMatchObject({ state: 'queued', phase: 'queued', replace: true, points: [], report: null })
    expect(waiting?.queuePosition).toBeGreaterThanOrEqual(0)
    await run.take(1)
    const tell = (...epochs: number[]) =>
      recordProgress(db, {
        runId: run.runId,
        attempt: 1,
        phase: 'training',
        live: { ...nothingLive, console: [{ level: 'log', line: 'hello' }] },
        points: epochs.map(makePoint),
      })
    await tell(1, 2)
    const first = await read(waiting?.cursor ?? null)
    expect(first).toMatchObject({ state: 'running', phase: 'training', replace: true, queuePosition: null })
    expect(first?.points.map(({ epoch }) => epoch)).toEqual([1, 2])
    expect(first?.console).toEqual([{ level: 'log', line: 'hello' }])
    expect(await read(first?.cursor ?? null)).toBeNull()
    await tell(3)
    const second = await read(first?.cursor ?? null)
    expect(second).toMatchObject({ replace: false })
    expect(second?.points.map(({ epoch }) => epoch)).toEqual([3])
    expect((await read(null))?.points).toHaveLength(3)
  })

  it('says that the curve begins anew when another delivery took the run', async () => {
    const run = await makeRun()
    await run.take(1)
    await recordProgress(db, {
      runId: run.runId,
      attempt: 1,
      phase: 'training',
      live: nothingLive,
      points: [makePoint(1)],
    })
    const before = await reader(run.runId)(null)
    await run.take(2)
    expect(await reader(run.runId)(before?.cursor ?? null)).toMatchObject({ replace: true, points: [], attempt: 2 })
  })

  it.each([
    ['hides', {}, false, NOON, null],
    ['shows staff', {}, true, NOON, 0.7],
    ['shows in practice', { revealAtOnce: true }, false, NOON, 0.7],
    ['shows after close', {}, false, after(NOON, 48), 0.7],
  ])('%s the private score', async (_, setup, isStaff, now, expected) => {
    const run = await makeRun(setup)
    await run.take(1)
    await run.record(1)
    const message = await reader(run.runId, isStaff)(null, now)
    expect(message?.report?.metric).toEqual({ name: 'cases', public: 0.8, private: expected })
    expect(message?.report?.finalPoints).toBe(expected && 70)
    expect(message?.report?.finallyPassed).toBe(expected && false)
    if (expected === null) expect(JSON.stringify(message)).not.toContain('0.7')
  })

  it.each(['', 'x', '1.2', '-1.0.0', '1.2.3.4', "0.0.0'"])('starts over for the cursor %j', async (since) => {
    const run = await makeRun()
    expect(await reader(run.runId)(since)).toMatchObject({ replace: true })
  })
})
