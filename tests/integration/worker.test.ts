import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { StoredReport } from '#lib/contract/disclosed-report.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { readMachinery } from '#lib/usecases/read-machinery.ts'
import { readRunStream } from '#lib/usecases/read-run-stream.ts'
import { resumeAssignment } from '#lib/usecases/resume-assignment.ts'
import { retryRun } from '#lib/usecases/retry-run.ts'
import { makePerson, testDataFolder } from '#tests/helpers/make-course.ts'
import { finished, inTraining, QUICK, row, SLOW, storyOf, student, submitRun } from '#tests/helpers/run-to-grade.ts'
import { killWorkers, startWorker, startWorkerWith } from '#tests/helpers/start-worker.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

/** A crowded machine needs it; a quiet one takes a tenth. */
const PATIENCE_SECONDS = 240

// Real workers in processes of their own: real boxes, real training, a real queue.
afterEach(killWorkers)
afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

describe('a worker', () => {
  it('grades one run with --once: score, curve, weights, standing', { timeout: 600_000 }, async () => {
    const { runId, assignment, enrolment } = await submitRun(QUICK)
    const worker = await startWorker('--once')
    const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(worker))
    expect(run, worker.output()).toMatchObject({ verdict: 'scored', passed: true, attempt: 1 })
    expect(run.curve).toHaveLength(40)
    const report = StoredReport.parse(run.report)
    expect(report.metric.public).toBeGreaterThan(0.9)
    expect(report.provenance.weightsHash).not.toBeNull()
    const artefact = await db.artefact.findUniqueOrThrow({ where: { hash: run.artefactHash ?? '' } })
    const weights = await openBlobStore(await testDataFolder()).get(artefact.hash)
    expect(weights.byteLength).toBe(artefact.bytes)
    const key = { assignmentId: assignment.id, enrolmentId: enrolment.id }
    expect(await db.standing.findUniqueOrThrow({ where: { assignmentId_enrolmentId: key } })).toMatchObject({
      bestRunId: runId,
      points: report.points,
      submissions: 1,
    })
    expect(await worker.exited).toBe(0)
  })

  it('that is killed in mid-training loses nothing: one result, no attempt', { timeout: 600_000 }, async () => {
    const { runId, submissionId, again, attemptsLeft } = await submitRun(SLOW)
    const doomed = await startWorker()
    await waitFor(inTraining(runId), PATIENCE_SECONDS, storyOf(doomed))
    doomed.kill('SIGKILL')
    expect(await doomed.exited).toBeNull()
    const heir = await startWorker()
    const takenAgain = async () => ((await row(runId)).attempt === 2 ? true : null)
    await waitFor(takenAgain, PATIENCE_SECONDS, storyOf(doomed, heir))
    const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(heir))
    expect(run, heir.output()).toMatchObject({ verdict: 'scored', attempt: 2, number: 1 })
    expect(await db.run.count({ where: { submissionId } })).toBe(1)
    expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
  })

  it('gives up after three tries what it cannot grade, gives the attempt back, and pauses what lacks its data', {
    timeout: 600_000,
  }, async () => {
    const { runId, again, attemptsLeft, assignment } = await submitRun(QUICK)
    const admin = await makePerson({ isAdmin: true })
    const store = openBlobStore(await testDataFolder())
    const place = { courseId: assignment.courseId, assignmentId: assignment.id, actorId: admin.id }
    const resume = () => resumeAssignment(db, store, { ...place, now: new Date() })
    // Hidden rows that this machine's store does not have: ours to mend, never the learner's.
    const { exerciseVersion } = await db.assignment.findUniqueOrThrow({
      where: { id: assignment.id },
      include: { exerciseVersion: true },
    })
    const { dataset } = FrozenExercise.parse(exerciseVersion.bundle)
    const hash = dataset?.published.splits.private.x.sha256 ?? ''
    const [blob, away] = [join(await testDataFolder(), 'blobs', hash.slice(0, 2), hash), await testDataFolder()]
    await rename(blob, join(away, 'taken-away'))
    const worker = await startWorker()
    const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(worker))
    const fault = `blob ${hash}: not in the store`
    expect(run, worker.output()).toMatchObject({ verdict: 'platform_error', attempt: 3, points: null, fault })

    // Said to an admin, not to learners; nothing is taken until it is mended.
    const machinery = await readMachinery(db, { now: new Date() })
    expect(machinery.paused.find(({ id }) => id === assignment.id)).toMatchObject({ because: fault })
    expect(machinery.deadLetters.find((one) => one.runId === runId)).toMatchObject({ reason: fault, since: 'nothing' })
    expect(await again()).toMatchObject({ ok: false, reason: 'paused' })
    expect(
      JSON.stringify(await readRunStream(db, { runId, since: null, isStaff: false, now: new Date() })),
    ).not.toContain(hash)
    expect(await resume()).toMatchObject({ ok: false, reason: 'not-mended', detail: fault })
    await writeFile(blob, 'other bytes')
    expect(await resume()).toMatchObject({
      reason: 'not-mended',
      detail: expect.stringContaining('its bytes do not have that hash'),
    })
    await rename(join(away, 'taken-away'), blob)
    expect(await resume()).toMatchObject({ ok: true })
    expect(await resume()).toEqual({ ok: false, reason: 'not-paused' })

    const retried = await retryRun(db, { runId, actorId: admin.id, now: new Date() })
    if (!retried.ok) throw new Error(retried.reason)
    expect(await waitFor(finished(retried.runId), PATIENCE_SECONDS, storyOf(worker))).toMatchObject({
      verdict: 'scored',
      number: 2,
    })
    expect(await retryRun(db, { runId, actorId: admin.id, now: new Date() })).toMatchObject({ reason: 'graded-since' })
    expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
    const about = { subject: { in: [`assignment:${assignment.id}`, `run:${runId}`] } }
    expect(await db.auditEntry.findMany({ where: about, orderBy: { at: 'asc' } })).toMatchObject([
      { action: 'assignment.paused', actorId: null },
      { action: 'assignment.resumed', actorId: admin.id },
      { action: 'run.retried', actorId: admin.id },
    ])
  })

  it('without a GPU leaves alone what requires one', { timeout: 600_000 }, async () => {
    const { submit, assignment } = await student(QUICK)
    await db.assignment.update({ where: { id: assignment.id }, data: { requiresGpu: true } })
    const waiting = await submit()
    await db.assignment.update({ where: { id: assignment.id }, data: { requiresGpu: false } })
    const free = await submit()
    if (!waiting.ok || !free.ok) throw new Error('not submitted')
    const worker = await startWorker('--idle-exit', '3')
    expect(await worker.exited, worker.output()).toBe(0)
    expect(await row(free.runId)).toMatchObject({ state: 'finished', verdict: 'scored' })
    expect(await row(waiting.runId)).toMatchObject({ state: 'queued', attempt: 0 })
  })

  it('finishes what it is at when it is asked to end, and takes nothing more', { timeout: 600_000 }, async () => {
    const first = await submitRun(SLOW)
    const worker = await startWorker('--concurrency', '1')
    await waitFor(inTraining(first.runId), PATIENCE_SECONDS, storyOf(worker))
    const second = await submitRun(QUICK)
    worker.kill('SIGTERM')
    expect(await worker.exited, worker.output()).toBe(0)
    expect(await row(first.runId)).toMatchObject({ state: 'finished', verdict: 'scored', attempt: 1 })
    expect(await row(second.runId)).toMatchObject({ state: 'queued', attempt: 0 })
  })

  it('that may not take long to end gives back what it has not finished', { timeout: 600_000 }, async () => {
    const { runId } = await submitRun(SLOW)
    const worker = await startWorkerWith({ GRADUS_DRAIN_SECONDS: '1' }, '--concurrency', '1')
    await waitFor(inTraining(runId), PATIENCE_SECONDS, storyOf(worker))
    worker.kill('SIGTERM')
    expect(await worker.exited, worker.output()).toBe(0)
    expect(await row(runId)).toMatchObject({ state: 'queued', attempt: 1, fault: expect.stringMatching(/had to end/) })
    const heir = await startWorker()
    expect(await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(heir))).toMatchObject({
      verdict: 'scored',
      attempt: 2,
    })
  })
})
