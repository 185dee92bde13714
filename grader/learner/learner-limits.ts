import type { Exercise } from '#lib/contract/exercise.ts'
import type { BoxLimits } from '../box/box.ts'

/**
 * What a learner's code may use. Generous: solutions need under 2 CPU-seconds and 200 MiB. Training has a budget of its
 * own, elsewhere, so these are guards and no marks.
 */
export function learnerLimits(exercise: Pick<Exercise, 'kind'>): BoxLimits {
  return {
    memoryMiB: 1024,
    cpuSeconds: exercise.kind === 'functions' ? 15 : 30,
    replySeconds: exercise.kind === 'functions' ? 10 : 30,
    processes: 32,
    tmpMiB: 8,
    outputBytes: 256 * 1024,
  }
}
