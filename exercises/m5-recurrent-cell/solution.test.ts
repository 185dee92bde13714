import * as tf from '@tensorflow/tfjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { cases } from './cases.ts'
import { functions } from './solution.ts'

type Matrix = number[][]
const drawn = cases(seeded(keyedHash('test', 'recurrent')), 40)
const argumentsOf = <T extends unknown[]>(fn: string) =>
  drawn.filter((one) => one.fn === fn).map(({ args }) => [args as T] as const)

beforeAll(() => tf.setBackend('cpu'))

/** float32 against float64. */
const nearly = (actual: number[], expected: number[]) => {
  expect(actual).toHaveLength(expected.length)
  for (const [unit, value] of expected.entries()) expect(actual[unit]).toBeCloseTo(value, 5)
}

/** The last state of one sequence by a stock layer that is given these weights. */
function lastState(layer: tf.layers.Layer, X: Matrix, weights: [Matrix, Matrix, number[]]): number[] {
  const model = tf.sequential({ layers: [layer] })
  layer.setWeights(weights.map((weight) => tf.tensor(weight)))
  return ((model.predict(tf.tensor3d([X])) as tf.Tensor).arraySync() as number[][])[0] ?? []
}

describe('against the layers of TensorFlow.js, in the layout of Keras', () => {
  it.each(argumentsOf<[Matrix, Matrix, Matrix, number[]]>('rnn'))('rnn %#', ([X, ...weights]) => {
    const units = weights[1].length
    const layer = tf.layers.simpleRNN({ units, recurrentInitializer: 'zeros', inputShape: [X.length, X[0]!.length] })
    nearly(functions.rnn(X, ...weights), lastState(layer, X, weights))
  })

  it.each(argumentsOf<[Matrix, Matrix, Matrix, number[]]>('lstm'))('lstm %#', ([X, ...weights]) => {
    const layer = tf.layers.lstm({
      units: weights[1].length,
      recurrentActivation: 'sigmoid',
      recurrentInitializer: 'zeros',
      inputShape: [X.length, X[0]!.length],
    })
    nearly(functions.lstm(X, ...weights), lastState(layer, X, weights))
  })

  it.each(argumentsOf<[number[], number[], number[], Matrix, Matrix, number[]]>('lstmStep'))(
    'lstmStep %#',
    ([x, h, c, W, U, b]) => {
      const cell = tf.layers.lstmCell({
        units: h.length,
        recurrentActivation: 'sigmoid',
        recurrentInitializer: 'zeros',
      })
      cell.build([1, x.length])
      cell.setWeights([tf.tensor2d(W), tf.tensor2d(U), tf.tensor1d(b)])
      const states = [[x], [h], [c]].map((row) => tf.tensor2d(row))
      const [, hidden, kept] = (cell.call(states, {}) as tf.Tensor[]).map((one) => (one.arraySync() as Matrix)[0] ?? [])
      const ours = functions.lstmStep(x, h, c, W, U, b)
      nearly(ours.h, hidden ?? [])
      nearly(ours.c, kept ?? [])
    },
  )
})

describe('slopes by finite differences', () => {
  const step = 1e-5

  it.each(argumentsOf<[number[], number[], Matrix, Matrix, number[]]>('rnnStep'))(
    'rnnStep %#: towards the state it is (1 − h²) U',
    ([x, h, W, U, b]) => {
      const now = functions.rnnStep(x, h, W, U, b)
      h.forEach((_, from) => {
        const at = (by: number) =>
          functions.rnnStep(
            x,
            h.map((value, i) => value + (i === from ? by : 0)),
            W,
            U,
            b,
          )
        const [above, below] = [at(step), at(-step)]
        now.forEach((value, unit) => {
          const slope = (above[unit]! - below[unit]!) / (2 * step)
          expect(slope).toBeCloseTo((1 - value ** 2) * U[from]![unit]!, 7)
        })
      })
    },
  )

  it.each(argumentsOf<[number[], number[], number[], Matrix, Matrix, number[]]>('lstmStep'))(
    'lstmStep %#: the cell passes on what it held by the forget gate, unit by unit',
    ([x, h, c, W, U, b]) => {
      const units = h.length
      const z = b.map(
        (bias, k) =>
          bias + x.reduce((sum, v, i) => sum + v * W[i]![k]!, 0) + h.reduce((sum, v, i) => sum + v * U[i]![k]!, 0),
      )
      c.forEach((_, from) => {
        const at = (by: number) =>
          functions.lstmStep(
            x,
            h,
            c.map((value, i) => value + (i === from ? by : 0)),
            W,
            U,
            b,
          ).c
        const [above, below] = [at(step), at(-step)]
        above.forEach((value, unit) => {
          const forget = 1 / (1 + Math.exp(-z[units + unit]!))
          expect((value - below[unit]!) / (2 * step)).toBeCloseTo(unit === from ? forget : 0, 7)
        })
      })
    },
  )
})
