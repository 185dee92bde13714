import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { processTree } from '#grader/box/process-tree.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { databaseOutage } from '#tests/helpers/database-outage.ts'
import { finished, inTraining, QUICK, row, SLOW, storyOf, student, submitRun } from '#tests/helpers/run-to-grade.ts'
import { killWorkers, startWorker, type WorkerProcess } from '#tests/helpers/start-worker.ts'
import { waitFor } from '#tests/helpers/wait-for.ts'

// Faults of ours, made by killing and by taking away: real workers, boxes, training, queue and database.
afterEach(killWorkers)
afterAll(async () => {
  await closeQueue(db)
  await db.$disconnect()
})

const OUTAGE_SECONDS = 20
/** A crowded machine needs it; a quiet one takes a tenth. */
const PATIENCE_SECONDS = 240

/** The program inside the worker's trainer, by this machine's pid. */
function trainerOf(worker: WorkerProcess): number {
  const isTrainer = (pid: number) =>
    /\/node\0.*\/trainer-[0-9a-f]+\.mjs\0/.test(readFileSync(`/proc/${pid}/cmdline`, 'latin1'))
  const found = processTree(worker.pid)
    .processes.map((identity) => Number(identity.split('-', 1)[0]))
    .findLast(isTrainer)
  if (!found) throw new Error(`no trainer runs\n${worker.output()}`)
  return found
}

describe('a trainer that is killed in mid-training', () => {
  it('is replaced, and its run is graded by the next one: no attempt lost', { timeout: 600_000 }, async () => {
    const { runId, again, attemptsLeft } = await submitRun(SLOW)
    const worker = await startWorker('--concurrency', '1')
    await waitFor(inTraining(runId), PATIENCE_SECONDS, storyOf(worker))
    process.kill(trainerOf(worker), 'SIGKILL')
    const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(worker))
    expect(run, worker.output()).toMatchObject({ verdict: 'scored', attempt: 2, number: 1 })
    expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
  })
})

describe('a database that is away for twenty seconds', () => {
  it('while a run is graded costs nothing but time', { timeout: 600_000 }, async () => {
    const { runId, again, attemptsLeft } = await submitRun(SLOW)
    const worker = await startWorker('--concurrency', '1')
    await waitFor(inTraining(runId), PATIENCE_SECONDS, storyOf(worker))
    await databaseOutage(OUTAGE_SECONDS)
    const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(worker))
    expect(run, worker.output()).toMatchObject({ verdict: 'scored', number: 1 })
    expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
    // The worker has lived through it and goes on.
    const next = await submitRun(QUICK)
    await waitFor(finished(next.runId), PATIENCE_SECONDS, storyOf(worker))
    expect(await row(next.runId)).toMatchObject({ verdict: 'scored' })
  })

  it('while somebody submits tells them so, and the same click counts once afterwards', {
    timeout: 120_000,
  }, async () => {
    const { submit } = await student(QUICK)
    const click = randomUUID()
    await databaseOutage(5, () => expect(submit(click)).rejects.toThrow())
    const result = await submit(click)
    expect(result).toMatchObject({ ok: true })
    expect(await submit(click)).toMatchObject({ ok: true, runId: result.ok ? result.runId : '' })
  })
})
