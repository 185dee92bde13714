import { expect, it } from 'vitest'
import type { Trainer } from '#grader/trainer/trainer.ts'
import { Lane } from './lane.ts'

const RETIREMENT = { runs: 3, residentMiB: 1000 }

/** Trainers that do nothing but be started, weighed and stopped. */
function countedLane(residentMiB: number) {
  const stopped: number[] = []
  let started = 0
  const lane = new Lane(async () => {
    const number = ++started
    return { residentMiB: () => residentMiB, stop: async () => void stopped.push(number) } as unknown as Trainer
  }, RETIREMENT)
  return { lane, stopped, started: () => started }
}

it.each([
  ['stays after fewer runs', 500, 2, 1, []],
  ['goes after its last run, and a fresh one is there before anybody asks', 500, 3, 2, [1]],
  ['goes after one run that left too much', 1500, 1, 2, [1]],
  ['is counted anew', 500, 6, 3, [1, 2]],
] as const)('a trainer %s', async (_, residentMiB, runs, started, stopped) => {
  const counted = countedLane(residentMiB)
  for (let i = 0; i < runs; i++) {
    await counted.lane.trainer()
    await counted.lane.retireTrainer()
  }
  expect({ started: counted.started(), stopped: counted.stopped }).toEqual({ started, stopped })
})

it('has nothing to retire where no trainer was needed', async () => {
  const { lane, started } = countedLane(0)
  expect(await lane.retireTrainer()).toBe(false)
  expect(started()).toBe(0)
})
