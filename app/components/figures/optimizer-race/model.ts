import { createOptimizer, type Optimizer, type OptimizerName } from '#lib/playground/optimizers.ts'
import { SURFACES, type SurfaceName } from './surfaces.ts'

export interface Runner {
  name: OptimizerName
  rate: number
  optimizer: Optimizer
  path: readonly (readonly [number, number])[]
  /** Heights above the lowest place, one for each place of the path. */
  heights: readonly number[]
}

export interface RaceState {
  step: number
  runners: readonly Runner[]
}

export const MOST_STEPS = 150

/**
 * Rates at which each does well on the ravine. Rules that divide by the slope's own size take steps of about the rate
 * itself, so theirs mean something else than gradient descent's.
 */
const RATES: Record<OptimizerName, number> = { sgd: 0.03, momentum: 0.01, rmsprop: 0.04, adagrad: 0.3, adam: 0.1 }

export interface RaceSetting {
  surface: SurfaceName
  optimizers: readonly OptimizerName[]
  start: readonly [number, number]
  /** All rates times this. */
  pace: number
}

export function lineUp({ surface, optimizers, start, pace }: RaceSetting): RaceState {
  const { height, lowest } = SURFACES[surface]
  return {
    step: 0,
    runners: optimizers.map((name) => ({
      name,
      rate: RATES[name] * pace,
      optimizer: createOptimizer(name, 2),
      path: [start],
      heights: [height(...start) - lowest.height],
    })),
  }
}

/** One step of every optimiser from where it stands. */
export function stepAll({ step, runners }: RaceState, surface: SurfaceName): RaceState {
  const { height, slope, lowest } = SURFACES[surface]
  return {
    step: step + 1,
    runners: runners.map((runner) => {
      const [x, y] = runner.path.at(-1) ?? [0, 0]
      const place = Float64Array.from([x, y])
      runner.optimizer(place, Float64Array.from(slope(x, y)), runner.rate)
      const [nextX, nextY] = [place[0] as number, place[1] as number]
      return {
        ...runner,
        path: [...runner.path, [nextX, nextY]],
        heights: [...runner.heights, height(nextX, nextY) - lowest.height],
      }
    }),
  }
}

/** Further away than this an optimiser has left the picture for good. */
export const isLost = ({ heights }: Runner): boolean => !((heights.at(-1) ?? 0) < 1e3)
