import { permutation, type Random, seededRandom } from '../training/seeded-random.ts'
import { backward } from './backward.ts'
import { addToCurve, emptyCurve, keepsEpoch, type LossCurve } from './curve.ts'
import { drawPoints, type Point, problemOf } from './data-sets.ts'
import { featureRows } from './features.ts'
import { forward } from './forward.ts'
import { meanLoss } from './losses.ts'
import { createNetwork, initialize, type Layer, type Network } from './network.ts'
import { createOptimizer } from './optimizers.ts'
import { createPass, type LayerPass, type Pass } from './pass.ts'
import { penaltyBack } from './penalties.ts'
import { accuracyOf, gradientNorms, type IdleUnits, idleUnits } from './read-outs.ts'
import type { PlaygroundState } from './state.ts'

export interface Rows {
  points: Point[]
  /** [points][features] */
  x: Float64Array
  y: Float64Array
}

/** What is said of the network as it stands. */
export interface Readings {
  epoch: number
  trainLoss: number
  testLoss: number
  /** Of classes: share of the rows that are right. Null for regression. */
  trainAccuracy: number | null
  testAccuracy: number | null
  /** The hidden layers, then the output. */
  layers: { gradientNorm: number | null; idle: IdleUnits | null }[]
  /** False once a loss is no longer a number: no step leads back from there. */
  finite: boolean
}

/** One network on its way through one set of points. */
export interface Session {
  readonly train: Rows
  readonly test: Rows
  readonly network: Network
  readonly curve: LossCurve
  /** Measured when they are asked for: two passes over all rows, which an epoch that nobody looks at does without. */
  readonly readings: Readings
  /** False once a gradient is no longer a number; the loss of `readings` is none either from then on. */
  readonly finite: boolean
  /** One pass over the training rows. Rate, batch size, penalty, dropout and optimiser may differ from epoch to epoch. */
  trainEpoch(state: PlaygroundState): void
  /** Forgets the readings, after weights were set by hand. */
  measureAnew(): void
}

/** Its points alone decide what is drawn; the network's weights are drawn apart. */
export function createSession(state: PlaygroundState): Session {
  const { train, test } = dealPoints(state)
  const network = createNetwork({
    inputs: state.features.length,
    hidden: state.layers,
    activation: state.activation,
    batchNorm: state.batchNorm,
    head: problemOf(state.data) === 'regression' ? 'linear' : 'sigmoid',
  })
  initialize(network, state.initializer, seededRandom(state.weightSeed, 'weights'))

  const pass = createPass(network, Math.max(train.points.length, test.points.length))
  const order = seededRandom(state.weightSeed, 'order')
  const masks = seededRandom(state.weightSeed, 'dropout')
  let optimizer = { name: state.optimizer, move: createOptimizer(state.optimizer, network.parameters.length) }
  const curve = emptyCurve()
  let norms: number[] | null = null
  let epoch = 0
  let readings: Readings | null = null

  function read(): Readings {
    const isClass = network.shape.head === 'sigmoid'
    const test_ = judge(network, pass, test)
    // The training rows last: the units are read from what they left.
    const train_ = judge(network, pass, train)
    return {
      epoch,
      trainLoss: train_.loss,
      testLoss: test_.loss,
      trainAccuracy: isClass ? train_.accuracy : null,
      testAccuracy: isClass ? test_.accuracy : null,
      layers: network.layers.map((layer: Layer, depth) => ({
        gradientNorm: norms?.[depth] ?? null,
        // A sure answer of the output is what training wants.
        idle:
          depth === network.layers.length - 1
            ? null
            : idleUnits(layer, pass.layers[depth] as LayerPass, train.points.length),
      })),
      finite: Number.isFinite(train_.loss),
    }
  }

  function current(): Readings {
    readings ??= read()
    return readings
  }

  function trainEpoch(knobs: PlaygroundState) {
    if (knobs.optimizer !== optimizer.name)
      optimizer = { name: knobs.optimizer, move: createOptimizer(knobs.optimizer, network.parameters.length) }
    const sums = network.layers.map(() => 0)
    const batches = shuffledBatches(train, knobs.batchSize, order)
    for (const { x, y, rows } of batches) {
      forward(network, pass, x, rows, { dropout: knobs.dropout, random: masks })
      backward(network, pass, x, y, rows)
      gradientNorms(network).forEach((norm, i) => {
        ;(sums[i] as number) += norm
      })
      penaltyBack(network, knobs.penalty, knobs.penaltyRate)
      optimizer.move(network.parameters, network.gradients, knobs.learningRate)
    }
    norms = sums.map((sum) => sum / batches.length)
    epoch++
    readings = null
    if (keepsEpoch(curve, epoch)) addToCurve(curve, current())
  }

  addToCurve(curve, current())
  return {
    train,
    test,
    network,
    curve,
    get readings() {
      return current()
    },
    get finite() {
      return norms === null || norms.every(Number.isFinite)
    },
    trainEpoch,
    measureAnew: () => {
      readings = null
    },
  }
}

function dealPoints(state: PlaygroundState): { train: Rows; test: Rows } {
  const points = drawPoints(state.data, state.noise / 100, seededRandom(state.dataSeed, state.data))
  const count = Math.round((points.length * state.trainShare) / 100)
  const rowsOf = (some: Point[]): Rows => ({
    points: some,
    x: featureRows(some, state.features),
    y: Float64Array.from(some, ({ y }) => y),
  })
  return { train: rowsOf(points.slice(0, count)), test: rowsOf(points.slice(count)) }
}

function judge(network: Network, pass: Pass, { points, x, y }: Rows): { loss: number; accuracy: number } {
  forward(network, pass, x, points.length, null)
  return { loss: meanLoss(network.shape.head, pass, y, points.length), accuracy: accuracyOf(pass, y, points.length) }
}

/** The rows in a new order, cut into batches; the last may be smaller. */
function shuffledBatches({ x, y }: Rows, batchSize: number, random: Random) {
  const count = y.length
  const width = x.length / count
  const shuffledX = new Float64Array(x.length)
  const shuffledY = new Float64Array(count)
  permutation(count, random).forEach((from, to) => {
    shuffledX.set(x.subarray(from * width, (from + 1) * width), to * width)
    shuffledY[to] = y[from] as number
  })
  return Array.from({ length: Math.ceil(count / batchSize) }, (_, i) => {
    const [from, to] = [i * batchSize, Math.min(count, (i + 1) * batchSize)]
    return { x: shuffledX.subarray(from * width, to * width), y: shuffledY.subarray(from, to), rows: to - from }
  })
}
