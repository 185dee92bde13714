import { createOptimizer, type Optimizer } from '#lib/playground/optimizers.ts'
import { normal, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import {
  createNetwork,
  lossGradient,
  meanLoss,
  type Network,
  predict,
  type Row,
  squaredLoss,
} from '../kit/small-network.ts'

export interface Setting {
  /** Hidden units. */
  width: number
  l2: number
  /** Share of the hidden units left out at each step. */
  dropout: number
}

export interface Fit {
  epoch: number
  network: Network
  optimizer: Optimizer
  masks: Random
  /** One entry each `EVERY` epochs, the first at epoch 0. */
  losses: readonly { epoch: number; train: number; validation: number }[]
}

export const EVERY = 5
export const MOST_EPOCHS = 1500
const RATE = 0.005

const truth = (x: number): number => 0.7 * Math.sin(2.6 * x) + 0.25 * x

function drawRows(count: number, stream: string): Row[] {
  const random = seededRandom(51, stream)
  return Array.from({ length: count }, () => {
    const x = 1.9 * random() - 0.95
    return { x: [x], y: truth(x) + 0.22 * normal(random) }
  })
}
export const TRAIN = drawRows(13, 'train')
export const VALIDATION = drawRows(40, 'validation')
export const TRUTH = Array.from({ length: 81 }, (_, i) => [i / 40 - 1, truth(i / 40 - 1)] as const)

/** Weights of the first layer begin wide, so that wide networks can bend sharply, as deep ones would. */
export function startFit({ width }: Setting): Fit {
  const network = createNetwork([1, width, 1], ['tanh', 'linear'], seededRandom(52), (random, inputs) =>
    inputs === 1 ? (random() * 2 - 1) * 9 : normal(random) * (0.5 / Math.sqrt(width)),
  )
  const [first] = network.layers
  if (first) {
    const random = seededRandom(53)
    // Bends spread over the inputs: unit i bends where w·x + b = 0.
    for (let i = 0; i < width; i++) first.biases[i] = -(first.weights[i] as number) * (random() * 2 - 1)
  }
  return {
    epoch: 0,
    network,
    optimizer: createOptimizer('adam', network.parameters.length),
    masks: seededRandom(54),
    losses: [measure(network, 0)],
  }
}

const measure = (network: Network, epoch: number) => ({
  epoch,
  train: meanLoss(network, TRAIN, squaredLoss),
  validation: meanLoss(network, VALIDATION, squaredLoss),
})

/** One epoch: all rows at once. The l2 penalty is on weights, not on biases, as Keras' kernelRegularizer. */
export function trainEpoch(fit: Fit, { l2, dropout }: Setting): Fit {
  const { network, optimizer, masks } = fit
  const drop = dropout > 0 ? () => (masks() < dropout ? 0 : 1 / (1 - dropout)) : undefined
  const { gradient } = lossGradient(network, TRAIN, squaredLoss, drop)
  for (const { from, weights } of network.layers)
    weights.forEach((weight, i) => {
      gradient[from + i] = (gradient[from + i] as number) + 2 * l2 * weight
    })
  optimizer(network.parameters, gradient, RATE)
  const epoch = fit.epoch + 1
  return { ...fit, epoch, losses: epoch % EVERY === 0 ? [...fit.losses, measure(network, epoch)] : fit.losses }
}

/** Where the validation loss was lowest: early stopping would have kept these weights. */
export const bestOf = ({ losses }: Fit): { epoch: number; validation: number } =>
  losses.reduce((best, point) => (point.validation < best.validation ? point : best))

/** The curve that the network draws. */
export const curveOf = (network: Network): [number, number][] =>
  Array.from({ length: 161 }, (_, i) => {
    const x = i / 80 - 1
    return [x, predict(network, [x])[0] as number]
  })
