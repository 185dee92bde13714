import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LEARNER_FRAME_LIMITS, type LearnerRequest } from '#lib/contract/learner-protocol.ts'
import { BOX_NAMES, type RunningBox } from '../box/box.ts'
import { boxCacheFolder } from '../box/box-folders.ts'
import { tryBox } from '../box/choose-box.ts'
import { prepareBoxes } from '../box/prepare-boxes.ts'
import { RunningProcess } from '../box/running-process.ts'
import { warmBoxes } from '../box/warm-boxes.ts'
import { LEARNER_LIMITS } from '../grading/learner-limits.ts'
import { bundleLearner } from '../learner/bundle.ts'
import { openLearner } from '../learner/learner-session.ts'
import { median } from './distribution.ts'

export interface BoxTimes {
  name: string
  /** From asking for a box to its first answer, and from then until nothing of it is left; medians, milliseconds. */
  answerMs: number
  endMs: number
  rounds: number
}

const DOUBLE: Omit<Extract<LearnerRequest, { kind: 'load' }>, 'kind'> = {
  solution: 'exports.functions = { double: (x) => 2 * x }',
  starter: '',
  slots: { prepare: '-', buildModel: '-', training: '-', functions: 'write' },
  context: { inputShape: [], outputs: 1, task: 'functions', nTrain: 0, limits: {} },
  seed: 1,
}

/** The learner program as a plain process, as each kind of box that this machine has, and warm: one after the other, in turns. */
export async function benchBoxes(rounds: number): Promise<BoxTimes[]> {
  const prepared = await prepareBoxes(boxCacheFolder(), bundleLearner)
  if (!prepared.ok) throw new Error(prepared.reason)
  const ways: { name: string; start(): Promise<RunningBox>; ready?: () => Promise<void> }[] = []
  const root = await prepared.root('personal')
  ways.push({ name: 'bare', start: () => startBare(root.folder) })
  for (const name of BOX_NAMES) {
    const tried = await tryBox(prepared, name)
    if (tried.ok) ways.push({ name, start: () => tried.box.start(LEARNER_LIMITS) })
  }
  const closing: (() => Promise<void>)[] = []
  const strongest = ways[1]
  if (strongest) {
    const warm = warmBoxes({ level: 'full', kind: 'bubblewrap', start: strongest.start }, LEARNER_LIMITS, 1)
    closing.push(() => warm.close())
    // Somebody submits now and then: the next box has had time to start.
    ways.push({ name: `${strongest.name}, warm`, start: () => warm.take(), ready: () => sleep(WARM_UP_MILLISECONDS) })
  }
  const times = new Map<string, { answer: number[]; end: number[] }>(
    ways.map(({ name }) => [name, { answer: [], end: [] }]),
  )
  try {
    for (let round = 0; round < rounds; round++)
      for (const { name, start, ready } of ways) {
        await ready?.()
        const { answer, end } = await once(start)
        times.get(name)?.answer.push(answer)
        times.get(name)?.end.push(end)
      }
  } finally {
    for (const close of closing) await close()
  }
  return [...times].map(([name, { answer, end }]) => ({
    name,
    answerMs: Math.round(median(answer)),
    endMs: Math.round(median(end)),
    rounds,
  }))
}

const WARM_UP_MILLISECONDS = 2_000

async function once(start: () => Promise<RunningBox>): Promise<{ answer: number; end: number }> {
  const began = performance.now()
  const running = await start()
  const session = openLearner(running)
  const loaded = await session.load(DOUBLE)
  const called = await session.call('double', [21])
  if (!loaded.ok || !called.ok || called.value !== 42) throw new Error('the box gave no answer')
  const answered = performance.now()
  await running.destroy()
  return { answer: answered - began, end: performance.now() - answered }
}

/** The same program outside any box, on code of ours. */
async function startBare(root: string): Promise<RunningBox> {
  const program = ['--snapshot-blob', path.join(root, 'learner.blob')]
  const child = spawn(process.execPath, program, {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  })
  const running = new RunningProcess(
    child,
    {
      usage: () => ({ cpuSeconds: 0, peakMemoryMiB: null }),
      overLimit: () => null,
      ranOutOfMemory: () => false,
      isBusy: () => true,
      dispose: async () => void child.kill('SIGKILL'),
    },
    LEARNER_LIMITS,
    LEARNER_FRAME_LIMITS,
  )
  await running.nextFrame(LEARNER_LIMITS.replySeconds)
  return running
}
