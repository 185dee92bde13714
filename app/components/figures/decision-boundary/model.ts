import { createOptimizer, type Optimizer } from '#lib/playground/optimizers.ts'
import { permutation, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import type { LabelledPoint } from '../kit/clouds.ts'
import { createNetwork, logisticLoss, lossGradient, type Network, predict } from '../kit/small-network.ts'

/** A network with one hidden layer, on its way. */
export interface Learner {
  units: number
  network: Network
  optimizer: Optimizer
  random: Random
  loss: number
  /** Share of rows told right. */
  accuracy: number
}

/** Networks that differ in their hidden units alone, trained side by side. */
export interface Race {
  epoch: number
  learners: readonly Learner[]
}

const BATCH = 20
const RATE = 0.03
export const MOST_EPOCHS = 400

export function startRace(units: readonly number[], rows: readonly LabelledPoint[]): Race {
  return {
    epoch: 0,
    learners: units.map((count) => {
      const network = createNetwork(
        [2, count, 1],
        ['tanh', 'linear'],
        seededRandom(21, `units ${count}`),
        (random, inputs) =>
          // Wide enough that the lines of the hidden units begin in different places and directions.
          (random() * 2 - 1) * (inputs === 2 ? 2.5 : 0.5),
      )
      const optimizer = createOptimizer('adam', network.parameters.length)
      return measured(
        { units: count, network, optimizer, random: seededRandom(21, 'order'), loss: 0, accuracy: 0 },
        rows,
      )
    }),
  }
}

/** One epoch of every network: batches of 20 in an order of its own, Adam at 0.03. */
export const trainEpoch = ({ epoch, learners }: Race, rows: readonly LabelledPoint[]): Race => ({
  epoch: epoch + 1,
  learners: learners.map((learner) => {
    const order = permutation(rows.length, learner.random)
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = [...order.subarray(from, from + BATCH)].map((at) => rows[at] as LabelledPoint)
      learner.optimizer(learner.network.parameters, lossGradient(learner.network, batch, logisticLoss).gradient, RATE)
    }
    return measured(learner, rows)
  }),
})

function measured(learner: Learner, rows: readonly LabelledPoint[]): Learner {
  let right = 0
  let loss = 0
  for (const { x, y } of rows) {
    const sum = predict(learner.network, x)[0] as number
    if (sum > 0 === (y === 1)) right += 1
    loss += logisticLoss(sum, y).loss
  }
  return { ...learner, loss: loss / rows.length, accuracy: right / rows.length }
}

/** What the network says at a place, from −1 (surely class 0) to 1 (surely class 1). */
export const opinion = ({ network }: Learner, x: number, y: number): number =>
  Math.tanh((predict(network, [x, y])[0] as number) / 2)
