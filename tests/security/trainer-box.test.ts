import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modelSource } from '#grader/attack/attack.ts'
import { ATTACK_BUNDLES } from '#grader/attack/attack-bundles.ts'
import { leftovers } from '#grader/attack/host-state.ts'
import { isRoot } from '#grader/box/box-folders.ts'
import { chooseBox } from '#grader/box/choose-box.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import { processTree } from '#grader/box/process-tree.ts'
import { gradeSolution } from '#grader/grade.ts'
import { startTrainer } from '#grader/trainer/start-trainer.ts'
import { type Trainer, TrainerFault } from '#grader/trainer/trainer.ts'

const PROFILE = { threads: 1, oneDnn: 'convolutions' } as const
const layout = isRoot() ? findCgroups() : null

/** The pid, on this machine, of the program inside the only trainer of this process. */
function trainerPid(): number {
  const pids = processTree(process.pid).processes.map((identity) => Number(identity.split('-', 1)[0]))
  const found = pids.find((pid) => /^\/node\0.*\/trainer-[0-9a-f]+\.mjs\0/.test(read(pid, 'cmdline')))
  if (!found) throw new Error('no trainer runs')
  return found
}
const read = (pid: number, file: string) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return ''
  }
}

async function gradeWith(trainer: Trainer, onTraining: () => void, signal?: AbortSignal) {
  const choice = await chooseBox('auto')
  if (!choice.ok) throw new Error(choice.reasons.join('; '))
  return gradeSolution({
    bundle: ATTACK_BUNDLES.model,
    source: modelSource({ training: "{ optimizer: 'sgd', learningRate: 0.01, epochs: 5000, batchSize: 1 }" }),
    box: choice.box,
    trainer: async () => trainer,
    now: () => new Date(),
    onEvent: (event) => event.kind === 'epoch' && onTraining(),
    ...(signal ? { signal } : {}),
  })
}

describe('a trainer', () => {
  let trainer: Trainer
  beforeAll(async () => {
    process.env.GRADUS_TEST_SECRET = 'a-credential-of-the-worker'
    trainer = await startTrainer(PROFILE)
  })
  afterAll(async () => {
    delete process.env.GRADUS_TEST_SECRET
    await trainer?.stop()
  })

  it('sits in a box: no network, no credentials, no privileges, nothing of the host', () => {
    expect(trainer.boxed).toBe(true)
    const pid = trainerPid()
    for (const namespace of ['net', 'pid', 'mnt', 'ipc', 'user', 'uts'])
      expect(readlinkSync(`/proc/${pid}/ns/${namespace}`)).not.toBe(readlinkSync(`/proc/self/ns/${namespace}`))
    expect(read(pid, 'environ')).toContain('TF_NUM_INTRAOP_THREADS=1')
    expect(read(pid, 'environ')).not.toMatch(/GRADUS|DATABASE|a-credential/)
    const status = read(pid, 'status')
    expect(status).toMatch(/^CapEff:\s*0+$/m)
    expect(status).toMatch(/^NoNewPrivs:\s*1$/m)
    expect(status).toMatch(/^Seccomp:\s*2$/m)
    expect(readdirSync(`/proc/${pid}/root`).sort()).toEqual(
      expect.arrayContaining(['app', 'dev', 'node', 'proc', 'scratch']),
    )
    for (const place of ['home', 'root/.ssh', 'etc/passwd', 'run', 'tmp'])
      expect(() => readlinkSync(`/proc/${pid}/root/${place}/.`), place).toThrow(/ENOENT/)
    const writable = read(pid, 'mountinfo')
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, , , , point = '/', options = 'rw']) => /^rw/.test(options) && !/^\/(scratch|proc|dev)/.test(point))
    expect(writable).toEqual([])
  })

  it('that is killed in mid-training is the platform’s fault, and leaves nothing behind', async () => {
    const before = new Set(leftovers(layout))
    let killed = false
    const grading = gradeWith(trainer, () => {
      if (!killed) process.kill(trainerPid(), 'SIGKILL')
      killed = true
    })
    await expect(grading).rejects.toBeInstanceOf(TrainerFault)
    await trainer.stop()
    expect(leftovers(layout).filter((left) => before.has(left))).toEqual([])
  })
})

describe('a trainer that hangs', () => {
  it('holds up nobody for longer than its run may take', async () => {
    const trainer = await startTrainer(PROFILE)
    const deadline = new AbortController()
    let stopped = false
    try {
      const grading = gradeWith(
        trainer,
        () => {
          if (stopped) return
          stopped = true
          process.kill(trainerPid(), 'SIGSTOP')
          deadline.abort(new Error('too late'))
        },
        deadline.signal,
      )
      await expect(grading).rejects.toThrow('too late')
    } finally {
      await trainer.stop()
    }
    expect(leftovers(layout)).toEqual([])
  })
})
