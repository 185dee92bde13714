import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { explainError, positionIn } from './explain-error.ts'

const thrownBy = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('it did not throw')
}

/** The errors are tfjs's and V8's own: a hint that no longer fits their words is found here. */
describe('explainError', () => {
  it.each([
    [
      'a disposed tensor',
      () => {
        const x = tf.tensor([1])
        x.dispose()
        return x.add(1)
      },
      'tf.tidy()',
    ],
    ['shapes that do not fit', () => tf.tensor([1, 2]).add(tf.tensor([1, 2, 3])), '.shape'],
    ['matrices that do not fit', () => tf.matMul(tf.ones([2, 3]), tf.ones([2, 3])), '.shape'],
    [
      'a missing inputShape',
      () => tf.sequential({ layers: [tf.layers.dense({ units: 1 })] }),
      'inputShape: ctx.inputShape',
    ],
    [
      'rows of another rank',
      () => tf.layers.conv2d({ filters: 1, kernelSize: 2, inputShape: [3] }).apply(tf.input({ shape: [3] })),
      'ctx.inputShape',
    ],
    ['a misspelt method', () => (tf.tensor([1]) as unknown as { subtract(): void }).subtract(), 'spelling'],
    ['an undeclared name', () => new Function('return mena')(), 'spelling'],
    ['reading from undefined', () => (undefined as unknown as { a: number }).a, 'undefined'],
    ['a promise in place of a tensor', () => tf.add(Promise.resolve(1) as never, 1), 'await'],
    ['a GRU of Keras', () => tf.layers.gru({ units: 1, resetAfter: true } as never), 'Leave resetAfter out'],
    [
      'a layer that Keras has',
      () => (tf.layers as unknown as { multiHeadAttention(config: object): void }).multiHeadAttention({}),
      'dense for queries',
    ],
    [
      "a regulariser's name",
      () => tf.layers.dense({ units: 1, kernelRegularizer: 'l2' as never }),
      'tf.regularizers.l2({',
    ],
    [
      'a metric that Keras has',
      () =>
        tf
          .sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] })
          .compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['recall'] }),
      'Return the model uncompiled',
    ],
    ['best weights', () => tf.callbacks.earlyStopping({ restoreBestWeights: true }), 'restoreBest: true'],
    ['a missing option', () => tf.layers.dense({} as never), 'configuration'],
    ['an unknown activation', () => tf.layers.dense({ units: 1, activation: 'rellu' as never }), 'configuration'],
    ['a number that is no token', () => tf.gather(tf.ones([4, 2]), tf.tensor1d([9], 'int32')).dataSync(), 'vocabSize'],
    [
      'endless recursion',
      () => {
        const f = (): number => f() + 1
        return f()
      },
      'recursion',
    ],
    ['too large an array', () => new Float32Array(1e12), 'memory'],
  ])('has a next step for %s', (_, run, step) => {
    expect(explainError(thrownBy(run)).hint).toContain(step)
  })

  it('reads what is no error, and what throws when read', () => {
    expect(explainError('plain words').message).toBe('plain words')
    expect(explainError(undefined).message).toBe('something that is no error was thrown')
    const hostile = Object.defineProperty(new Error('x'), 'message', {
      get: () => {
        throw new Error('y')
      },
    })
    expect(explainError(hostile).message).toBe('an error that cannot be read was thrown')
  })
})

it.each([
  ['Error: x\n    at buildModel (solution.js:12:9)\n    at solution.js:3:1', { line: 12, column: 9 }],
  ['solution.js:4\nconst const\n', { line: 4, column: 1 }],
  ['Error: x\n    at starter.js:1:1', undefined],
])('finds the position in %j', (stack, position) => {
  expect(positionIn(stack)).toEqual(position)
})
