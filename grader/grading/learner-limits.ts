import type { BoxLimits } from '../box/box.ts'

/**
 * What a learner's module may use before training begins. One set for all exercises, so that boxes can be started before
 * it is known for which. `prepare` takes ≤ 130 ms on 3,000 rows and `buildModel` ≤ 16 ms: these are guards, not budgets.
 */
export const LEARNER_LIMITS: BoxLimits = {
  memoryMiB: 1024,
  cpuSeconds: 20,
  replySeconds: 15,
  processes: 32,
  tmpMiB: 16,
  outputBytes: 1 << 20,
}
