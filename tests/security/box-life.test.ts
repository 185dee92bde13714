import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ATTACK_LIMITS } from '#grader/attack/grade-attack.ts'
import { leftovers, strayBoxProcesses } from '#grader/attack/host-state.ts'
import type { Box } from '#grader/box/box.ts'
import { isRoot } from '#grader/box/box-folders.ts'
import { boxStatus } from '#grader/box/box-status.ts'
import { listCgroups } from '#grader/box/cgroup.ts'
import { chooseBox } from '#grader/box/choose-box.ts'
import { findCgroups } from '#grader/box/prepare-boxes.ts'
import { sweepBoxes } from '#grader/box/sweep.ts'
import { warmBoxes } from '#grader/box/warm-boxes.ts'
import { openLearner } from '#grader/learner/learner-session.ts'

const layout = isRoot() ? findCgroups() : null
const DOUBLE = {
  solution: 'exports.functions = { double: (x) => 2 * x }',
  starter: '',
  slots: { prepare: '-', buildModel: '-', training: '-', functions: 'write' },
  context: { inputShape: [], outputs: 1, task: 'functions', nTrain: 0, limits: {} },
  seed: 1,
} as const

let box: Box
beforeAll(async () => {
  const choice = await chooseBox('auto')
  if (!choice.ok) throw new Error(`no box: ${choice.reasons.join('; ')}`)
  box = choice.box
})

describe('warm boxes', () => {
  it('gives each taker a box of its own, and leaves none behind', async () => {
    const warm = warmBoxes(box, ATTACK_LIMITS, 1)
    const taken = await Promise.all([warm.take(), warm.take()])
    expect(taken[0]).not.toBe(taken[1])
    for (const running of taken) {
      const session = openLearner(running)
      expect(
        await session.load({ ...DOUBLE, slots: { ...DOUBLE.slots }, context: { ...DOUBLE.context, inputShape: [] } }),
      ).toMatchObject({ ok: true })
      expect(await session.call('double', [21])).toMatchObject({ value: 42 })
      await running.destroy()
    }
    await warm.close()
    expect(leftovers(layout)).toEqual([])
  })
})

describe('a box that was destroyed', () => {
  it('answers nothing more', async () => {
    const running = await box.start(ATTACK_LIMITS)
    await running.destroy()
    const session = openLearner(running)
    expect(await session.call('double', [1])).toMatchObject({ ok: false, ended: true })
  })
})

describe('a box that cannot start', () => {
  it('is the platform’s fault, with what the programs said', async () => {
    await expect(box.start({ ...ATTACK_LIMITS, memoryMiB: 4 })).rejects.toThrow(/before it was ready/)
    expect(leftovers(layout)).toEqual([])
  })
})

it('says what this machine can run', async () => {
  const { boxes, personalGaps } = await boxStatus()
  expect(boxes.find(({ name }) => name === box.level)).toEqual({ name: box.level, available: true })
  expect(personalGaps.length).toBeGreaterThan(0)
})

/** A worker of its own, which starts a box and is then killed without warning. */
describe('a worker that was killed', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(import.meta.dirname, 'worker-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(isRoot() ? (['full', 'personal'] as const) : (['personal'] as const))(
    'leaves nothing after the sweep: %s',
    async (level) => {
      const program = path.join(folder, `${level}.ts`)
      writeFileSync(
        program,
        `import { chooseBox } from '#grader/box/choose-box.ts'
const choice = await chooseBox('${level}')
if (!choice.ok) throw new Error(choice.reasons.join())
const running = await choice.box.start(${JSON.stringify(ATTACK_LIMITS)})
running.onFrame = null
console.log('started')
setInterval(() => {}, 1000)
`,
      )
      const worker = spawn(process.execPath, ['--import', 'tsx', program], { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise((resolve, reject) => {
        worker.stdout.once('data', resolve)
        worker.once('exit', () => reject(new Error('the worker ended early')))
      })
      const boxesOf = () =>
        readdirSync('/proc').filter((pid) => {
          try {
            return (
              readFileSync(`/proc/${pid}/cmdline`, 'latin1').startsWith('/node\0') &&
              ancestorsOf(pid).includes(`${worker.pid}`)
            )
          } catch {
            return false
          }
        })
      const inside = boxesOf()
      expect(inside).toHaveLength(1)

      const ended = new Promise((resolve) => worker.once('exit', resolve))
      worker.kill('SIGKILL')
      await ended
      // The box ends with its worker: bubblewrap asks the kernel for that.
      await expect.poll(() => inside.filter((pid) => isRunning(pid)), { timeout: 5_000 }).toEqual([])
      // Another worker that starts now may sweep first: what counts is that nothing is left.
      await sweepBoxes(layout)
      if (layout) expect(listCgroups(layout).filter((name) => name.includes(`-${worker.pid}-`))).toEqual([])
      if (isRoot()) await expect.poll(strayBoxProcesses, { timeout: 2_000 }).toEqual([])
    },
  )
})

const statOf = (pid: string) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function ancestorsOf(pid: string): string[] {
  const parent = statOf(pid)[1]
  return !parent || parent === '0' ? [] : [parent, ...ancestorsOf(parent)]
}

function isRunning(pid: string): boolean {
  try {
    return statOf(pid)[0] !== 'Z'
  } catch {
    return false
  }
}
