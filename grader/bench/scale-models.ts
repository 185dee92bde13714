import * as tf from '@tensorflow/tfjs'
import type { Rows } from '#lib/contract/rows.ts'
import type { Trainer } from '../trainer/trainer.ts'
import { neighbourShares } from './nearest-neighbours.ts'
import type { ScaleRows } from './scale-rows.ts'

export interface Fitted {
  /** Classes, 0 or 1. */
  predicted: number[]
  fitCpuSeconds: number
  predictSeconds: number
}

export interface ScaleModel {
  id: string
  title: string
  /** Null: it keeps the rows themselves. */
  params: number | null
  fit(train: ScaleRows, test: number[][]): Promise<Fitted>
}

/** About as many steps for every number of rows, so that few rows are seen often; never fewer than this many times. */
const STEPS = 3000
const FEWEST_EPOCHS = 5
const MOST_EPOCHS = 60
const BATCH = 128
const NEIGHBOURS = 15

/** The classical pair, a small network and a larger one. */
export const scaleModels = (trainer: Trainer): ScaleModel[] => [
  network(trainer, 'logistic', 'logistic regression', []),
  neighbours(),
  network(trainer, 'small', 'one hidden layer of 16', [16]),
  network(trainer, 'large', 'three hidden layers of 128', [128, 128, 128]),
]

/** Dense layers with relu. None at all is logistic regression. */
function network(trainer: Trainer, id: string, title: string, widths: number[]): ScaleModel {
  const build = (inputs: number) =>
    tf.sequential({
      layers: [...widths, null].map((units, i) =>
        tf.layers.dense({
          units: units ?? 1,
          activation: units === null ? 'sigmoid' : 'relu',
          kernelInitializer: units === null ? 'glorotNormal' : 'heNormal',
          ...(i === 0 ? { inputShape: [inputs] } : {}),
        }),
      ),
    })
  return {
    id,
    title,
    params: build(12).countParams(),
    async fit(train, test) {
      const inputs = train.x[0]?.length ?? 0
      const epochs = Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, Math.round((STEPS * BATCH) / train.y.length)))
      const result = await trainer.train(
        {
          topology: JSON.stringify(build(inputs).toJSON(null, false)),
          plan: {
            loss: 'binaryCrossentropy',
            optimizer: 'adam',
            learningRates: Array.from({ length: epochs }, (_, epoch) => 0.003 * (1 - epoch / epochs) + 0.0001),
            epochs,
            batchSize: BATCH,
            validationSplit: 0.1,
            earlyStopping: { patience: 10, restoreBest: true },
          },
          task: 'binary',
          outputs: 1,
          seed: 1,
          maxCpuSeconds: 3600,
          ordered: false,
        },
        rowsOf(train.x, inputs),
        { shape: [train.y.length, 1], data: Float32Array.from(train.y) },
        { model: () => {}, step: () => {}, epoch: () => {} },
      )
      if (!result.ok) throw new Error(result.message)
      // By the clock: the trainer is another process, and its answer does not say what it cost.
      const start = performance.now()
      const { data } = await trainer.predict(rowsOf(test, inputs))
      const predictSeconds = (performance.now() - start) / 1000
      return {
        predicted: Array.from(data, (share) => (share > 0.5 ? 1 : 0)),
        fitCpuSeconds: result.trained.cpuSeconds,
        predictSeconds,
      }
    },
  }
}

const rowsOf = (x: number[][], width: number): Rows => ({ shape: [x.length, width], data: Float32Array.from(x.flat()) })

function neighbours(): ScaleModel {
  const cpuSeconds = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  return {
    id: 'neighbours',
    title: `${NEIGHBOURS} nearest neighbours`,
    params: null,
    async fit(train, test) {
      const start = cpuSeconds()
      const predicted = neighbourShares(train, test, NEIGHBOURS).map((share) => (share > 0.5 ? 1 : 0))
      // Nothing is learned beforehand: all the work is in the answers.
      return { predicted, fitCpuSeconds: 0, predictSeconds: cpuSeconds() - start }
    },
  }
}
