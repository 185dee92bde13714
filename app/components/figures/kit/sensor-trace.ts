import { normal, seededRandom } from '#lib/training/seeded-random.ts'

/**
 * A made-up vibration trace of a machine. A short jolt up is a start, a jolt down a stop; between them there is noise, and
 * nothing in a single reading says whether the machine runs.
 */
export interface SensorTrace {
  readings: number[]
  /** 1 from a start until the next stop. */
  running: number[]
}

const NOISE = 0.12
const JOLT_CHANCE = 0.09
/** Least steps from one jolt to the next. */
const QUIET_STEPS = 4

export function drawTrace({ seed, steps }: { seed: number; steps: number }): SensorTrace {
  const random = seededRandom(seed, 'trace')
  const readings: number[] = []
  const running: number[] = []
  let runs = 0
  let since = QUIET_STEPS
  for (let step = 0; step < steps; step++) {
    let jolt = 0
    since += 1
    if (since > QUIET_STEPS && random() < JOLT_CHANCE) {
      jolt = runs === 1 ? -1 : 1
      runs = 1 - runs
      since = 0
    }
    readings.push(Number((jolt + NOISE * normal(random)).toFixed(4)))
    running.push(runs)
  }
  return { readings, running }
}
