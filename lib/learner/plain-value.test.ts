import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainValue } from './plain-value.ts'

it('copies plain data as it is', () => {
  const plain = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.boolean(),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.string(), tie('node'), { maxKeys: 4, noNullPrototype: true }),
    ),
  })).node
  fc.assert(
    fc.property(plain, (value) => {
      expect(plainValue(value, 'f')).toEqual(value)
    }),
  )
})

const loop: unknown[] = []
loop.push(loop)

it.each([
  ['nothing', undefined, /return/],
  ['a tensor', tf.tensor([1]), /arraySync/],
  ['a typed array', Float32Array.of(1), /Array\.from/],
  ['NaN deep inside', [1, { a: [Number.NaN] }], /zero/],
  ['a hole', [1, undefined], /indices/],
  ['an array in itself', loop, /contains itself/],
  ['an object of a class', new Map(), /plain/],
  ['a function', () => 1, /plain/],
  [
    'an array that claims a billion items',
    new Proxy([], { get: (_, key) => (key === 'length' ? 1e9 : 1) }),
    /asked for/,
  ],
])('refuses %s with a next step', (_, value, step) => {
  expect(() => plainValue(value, '`f`')).toThrow(
    expect.objectContaining({ fault: 'invalid_output', hint: expect.stringMatching(step) }),
  )
})

it('says where', () => {
  expect(() => plainValue([1, { a: [Number.NaN] }], '`f`')).toThrow('`f` returned NaN at [1].a[0].')
})
