import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openBlobStore } from '#lib/catalogue/blob-store.ts'
import { FrozenExercise } from '#lib/catalogue/frozen-exercise.ts'
import { StoredReport } from '#lib/contract/disclosed-report.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { testDataFolder } from '#tests/helpers/make-course.ts'
import { finished, inTraining, QUICK, row, SLOW, storyOf, student, submitRun } from '#tests/helpers/run-to-grade.ts'
import { killWorkers, startWorker } from '#tests/helpers/start-worker.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

// Real workers in processes of their own: real boxes, real training, a real queue.
afterEach(killWorkers)
afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

describe('a worker', () => {
  it('grades one run with --once: score, curve, weights, standing', { timeout: 180_000 }, async () => {
    const { runId, assignment, enrolment } = await submitRun(QUICK)
    const worker = await startWorker('--once')
    const run = await waitFor(finished(runId), 120, storyOf(worker))
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

  it('that is killed in mid-training loses nothing: one result, no attempt', { timeout: 240_000 }, async () => {
    const { runId, submissionId, again, attemptsLeft } = await submitRun(SLOW)
    const doomed = await startWorker()
    await waitFor(inTraining(runId), 120, storyOf(doomed))
    doomed.kill('SIGKILL')
    expect(await doomed.exited).toBeNull()
    const heir = await startWorker()
    const takenAgain = async () => ((await row(runId)).attempt === 2 ? true : null)
    await waitFor(takenAgain, 60, storyOf(doomed, heir))
    const run = await waitFor(finished(runId), 120, storyOf(heir))
    expect(run, heir.output()).toMatchObject({ verdict: 'scored', attempt: 2, number: 1 })
    expect(await db.run.count({ where: { submissionId } })).toBe(1)
    expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
  })

  it('gives up after three tries what it cannot grade, and gives the attempt back', { timeout: 180_000 }, async () => {
    const { runId, again, attemptsLeft, assignment } = await submitRun(QUICK)
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
    const run = await waitFor(finished(runId), 120, storyOf(worker))
    await rename(join(away, 'taken-away'), blob)
    expect(run, worker.output()).toMatchObject({ verdict: 'platform_error', attempt: 3, points: null })
    expect(await again()).toMatchObject({ ok: true, attemptsLeft })
  })

  it('without a GPU leaves alone what requires one', { timeout: 120_000 }, async () => {
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

  it('finishes what it is at when it is asked to end, and takes nothing more', { timeout: 180_000 }, async () => {
    const first = await submitRun(SLOW)
    const worker = await startWorker('--concurrency', '1')
    await waitFor(inTraining(first.runId), 120, storyOf(worker))
    const second = await submitRun(QUICK)
    worker.kill('SIGTERM')
    expect(await worker.exited, worker.output()).toBe(0)
    expect(await row(first.runId)).toMatchObject({ state: 'finished', verdict: 'scored', attempt: 1 })
    expect(await row(second.runId)).toMatchObject({ state: 'queued', attempt: 0 })
  })
})
