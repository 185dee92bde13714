import { expect, it } from 'vitest'
import type { Box, BoxEnd, BoxLimits, RunningBox } from './box.ts'
import { warmBoxes } from './warm-boxes.ts'

const LIMITS: BoxLimits = { memoryMiB: 1, cpuSeconds: 1, replySeconds: 1, processes: 1, tmpMiB: 1, outputBytes: 1 }

/** Boxes that run nothing, so that one can be ended from outside while it waits. */
function countedBoxes() {
  const started: (RunningBox & { ended: BoxEnd | null })[] = []
  const box: Box = {
    level: 'personal',
    kind: 'bubblewrap',
    async start() {
      const running = {
        ended: null as BoxEnd | null,
        onFrame: null,
        ask: async () => ({ header: null, body: new Uint8Array() }),
        usage: async () => ({ cpuSeconds: 0, peakMemoryMiB: null }),
        async destroy() {
          running.ended = { kind: 'killed' }
        },
      }
      started.push(running)
      return running
    },
  }
  return { box, started }
}

it('gives each box once', async () => {
  const { box } = countedBoxes()
  const boxes = warmBoxes(box, LIMITS, 2)
  const taken = await Promise.all([boxes.take(), boxes.take(), boxes.take(), boxes.take()])
  expect(new Set(taken).size).toBe(4)
})

it('never gives one that ended while it waited', async () => {
  const { box, started } = countedBoxes()
  const boxes = warmBoxes(box, LIMITS, 1)
  await started[0]?.destroy()
  const taken = await boxes.take()
  expect(taken).not.toBe(started[0])
  expect(taken.ended).toBeNull()
})

it('ends the boxes that nobody took', async () => {
  const { box, started } = countedBoxes()
  const boxes = warmBoxes(box, LIMITS, 3)
  await boxes.close()
  expect(started.map(({ ended }) => ended?.kind)).toEqual(['killed', 'killed', 'killed'])
})
