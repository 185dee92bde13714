import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { functions } from './solution.ts'

const { predict, update, train } = functions
const thousandths = fc.integer({ min: -2000, max: 2000 }).map((n) => n / 1000)
const pair = fc.tuple(thousandths, thousandths)

beforeAll(() => tf.setBackend('cpu'))

/** The rule is gradient descent on (ŷ − y) · (w·x + b), with ŷ taken as it stands. */
it('steps as stock gradient descent does on the perceptron’s loss', () => {
  fc.assert(
    fc.property(pair, thousandths, pair, fc.constantFrom(0, 1), fc.constantFrom(0.1, 0.5, 1), (w, b, x, y, lr) => {
      const weights = tf.variable(tf.tensor1d(w))
      const bias = tf.variable(tf.scalar(b))
      const error = predict(w, b, x) - y
      tf.train.sgd(lr).minimize(() => tf.mul(error, tf.add(tf.dot(weights, tf.tensor1d(x)), bias)) as tf.Scalar)
      const ours = update(w, b, x, y, lr)
      const theirs = [...weights.dataSync(), ...bias.dataSync()]
      tf.dispose([weights, bias])
      ;[...ours.w, ours.b].forEach((value, i) => {
        expect(value).toBeCloseTo(theirs[i] as number, 5)
      })
    }),
    { numRuns: 60 },
  )
})

/** Rosenblatt's theorem: at most (R / γ)² updates when a line parts the rows by a margin γ. */
it('finds a line wherever there is one', () => {
  fc.assert(
    fc.property(pair, thousandths, fc.array(pair, { minLength: 2, maxLength: 12 }), (w, b, rows) => {
      const length = Math.hypot(...w, b)
      fc.pre(length > 0.5)
      const X = rows.filter((x) => Math.abs(w[0] * x[0] + w[1] * x[1] + b) / length > 0.3)
      fc.pre(X.length > 1)
      const Y = X.map((x) => predict(w, b, x))
      const learned = train(X, Y, 0.5, 150)
      expect(X.map((x) => predict(learned.w, learned.b, x))).toEqual(Y)
    }),
  )
})

it('leaves its arguments as they were', () => {
  const [w, x] = [
    [1, 0],
    [2, 1],
  ]
  expect(update(w as number[], 0, x as number[], 0, 0.5)).toEqual({ w: [0, -0.5], b: -0.5 })
  expect([w, x]).toEqual([
    [1, 0],
    [2, 1],
  ])
})
