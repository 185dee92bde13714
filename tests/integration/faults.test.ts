import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { isRoot } from '#grader/box/box-folders.ts'
import { processTree } from '#grader/box/process-tree.ts'
import { db } from '#lib/db.ts'
import { closeQueue } from '#lib/queue.ts'
import { readMachinery } from '#lib/usecases/read-machinery.ts'
import { databaseOutage } from '#tests/helpers/database-outage.ts'
import { testDataFolder } from '#tests/helpers/make-course.ts'
import { finished, inTraining, QUICK, row, SLOW, storyOf, student, submitRun } from '#tests/helpers/run-to-grade.ts'
import { killWorkers, startWorker, startWorkerWith, type WorkerProcess } from '#tests/helpers/start-worker.ts'
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

const KIB = 1024
const DISK_KIB = 4096

/** A small disk with this file's published rows on it, and not a byte free until the filler goes. */
async function fullDisk() {
  const folder = await mkdtemp(path.join(tmpdir(), 'gradus-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_KIB}k,mode=700`, 'gradus-full', folder])
  await cp(await testDataFolder(), folder, { recursive: true })
  const filler = await open(path.join(folder, 'filler'), 'w')
  try {
    for (;;) await filler.write(Buffer.alloc(KIB))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    await filler.close()
  }
  return {
    folder,
    makeRoom: () => rm(path.join(folder, 'filler')),
    async remove() {
      execFileSync('umount', ['-l', folder])
      await rm(folder, { recursive: true })
    },
  }
}

// Only root may mount a disk of a test's own.
describe.runIf(isRoot())('a disk that is full when the weights are to be kept', () => {
  it('is said in the machinery, and the run is graded once there is room', { timeout: 600_000 }, async () => {
    // Weights that no other test has stored: what is there already needs no room.
    const { runId, again, attemptsLeft } = await submitRun({ ...SLOW, to: 'batchSize: 128' })
    const disk = await fullDisk()
    try {
      const worker = await startWorkerWith({ GRADUS_DATA: disk.folder }, '--concurrency', '1')
      const failed = async () => ((await row(runId)).fault ? row(runId) : null)
      const waiting = await waitFor(failed, PATIENCE_SECONDS, storyOf(worker))
      expect(waiting.fault).toMatch(/ENOSPC/)
      const { retried } = await readMachinery(db, { now: new Date() })
      await disk.makeRoom()
      expect(retried.find((one) => one.runId === runId)?.fault).toMatch(/ENOSPC/)
      const run = await waitFor(finished(runId), PATIENCE_SECONDS, storyOf(worker))
      expect(run, worker.output()).toMatchObject({ verdict: 'scored', number: 1 })
      expect(await again()).toMatchObject({ ok: true, attemptsLeft: attemptsLeft - 1 })
    } finally {
      await killWorkers()
      await disk.remove()
    }
  })
})
