import { createOptimizer, type Optimizer } from '#lib/playground/optimizers.ts'
import { normal, permutation, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import { createNetwork, lossGradient, meanLoss, type Network, type Row, squaredLoss } from '../kit/small-network.ts'

export const EPOCHS = 60
const WARM_UP = 6

/** The rate of an epoch, counted from 0, as a share of the base rate. */
export const SCHEDULES = {
  constant: () => 1,
  step: (epoch) => (epoch < 20 ? 1 : epoch < 40 ? 0.2 : 0.04),
  exponential: (epoch) => 0.94 ** epoch,
  'warm-up and cosine': (epoch) =>
    epoch < WARM_UP ? (epoch + 1) / WARM_UP : 0.5 * (1 + Math.cos((Math.PI * (epoch - WARM_UP)) / (EPOCHS - WARM_UP))),
} as const satisfies Record<string, (epoch: number) => number>
export type ScheduleName = keyof typeof SCHEDULES
export const SCHEDULE_NAMES = Object.keys(SCHEDULES) as ScheduleName[]

/** A small network that follows one schedule. */
export interface Follower {
  name: ScheduleName
  network: Network
  optimizer: Optimizer
  order: Random
  /** Mean squared error over all rows after each epoch, beginning with the freshly drawn network's. */
  losses: readonly number[]
}

export interface Training {
  epoch: number
  followers: readonly Follower[]
}

const NOISE = 0.15
const BATCH = 4

/** A curve with noise on it: batches of it disagree, so a large rate never lets the loss settle. */
function drawRows(): Row[] {
  const random = seededRandom(31, 'schedule')
  return Array.from({ length: 80 }, () => {
    const x = 2 * random() - 1
    return { x: [x], y: Math.sin(3.2 * x) * 0.8 + NOISE * normal(random) }
  })
}
const ROWS = drawRows()

/** All begin with the same weights. */
export const startTraining = (): Training => ({
  epoch: 0,
  followers: SCHEDULE_NAMES.map((name) => {
    const network = createNetwork(
      [1, 12, 1],
      ['tanh', 'linear'],
      seededRandom(32),
      (random, inputs) =>
        // Bends that lie all over the inputs; outputs small.
        (random() * 2 - 1) * (inputs === 1 ? 4 : 0.5),
    )
    return {
      name,
      network,
      optimizer: createOptimizer('momentum', network.parameters.length),
      order: seededRandom(33),
      losses: [meanLoss(network, ROWS, squaredLoss)],
    }
  }),
})

/** One epoch of each, with the same batches. */
export const trainEpoch = ({ epoch, followers }: Training, baseRate: number): Training => ({
  epoch: epoch + 1,
  followers: followers.map((follower) => {
    const { network, optimizer, order, losses, name } = follower
    const rate = baseRate * SCHEDULES[name](epoch)
    const shuffled = permutation(ROWS.length, order)
    for (let from = 0; from < ROWS.length; from += BATCH) {
      const batch = [...shuffled.subarray(from, from + BATCH)].map((at) => ROWS[at] as Row)
      optimizer(network.parameters, lossGradient(network, batch, squaredLoss).gradient, rate)
    }
    return { ...follower, losses: [...losses, meanLoss(network, ROWS, squaredLoss)] }
  }),
})
