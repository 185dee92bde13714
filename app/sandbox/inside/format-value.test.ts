import * as tf from '@tensorflow/tfjs'
import { expect, it } from 'vitest'
import { formatValue, formatValues } from './format-value.ts'

class Net {
  units = 3
}
const loop: { self?: unknown } = {}
loop.self = loop

it.each([
  [undefined, 'undefined'],
  [null, 'null'],
  [-0, '-0'],
  [10n, '10n'],
  ['text', "'text'"],
  [[1, 'a', [true]], "[ 1, 'a', [ true ] ]"],
  [[], '[]'],
  [{}, '{}'],
  [{ a: 1, 'b c': { d: null } }, "{ a: 1, 'b c': { d: null } }"],
  [new Map([['a', 1]]), "Map(1) { 'a' => 1 }"],
  [new Set([1, 2]), 'Set(2) { 1, 2 }'],
  [new Net(), 'Net { units: 3 }'],
  [Net, '[class: Net]'],
  [function f() {}, '[Function: f]'],
  [Float32Array.of(1, 2), 'Float32Array(2) [ 1, 2 ]'],
  [new RangeError('no'), 'RangeError: no'],
  [loop, '{ self: [Circular] }'],
  [{ a: { b: { c: { d: { e: 1 } } } } }, '{ a: { b: { c: { d: [Object] } } } }'],
])('writes %s', (value, text) => {
  expect(formatValue(value)).toBe(text)
})

it('breaks what is too long for a line, and leaves out what is too much', () => {
  expect(formatValue({ first: 'x'.repeat(60), second: 'y'.repeat(60) })).toMatch(
    /^\{\n {2}first: .*,\n {2}second: .*\n\}$/,
  )
  expect(formatValue(Array.from({ length: 1000 }, () => 0))).toContain('… 900 more')
})

it('gives a tensor with its type, shape and numbers', () => {
  expect(
    formatValue(
      tf.tensor([
        [1, 2.5],
        [3, 4],
      ]),
    ),
  ).toMatch(/^Tensor float32 \[2, 2\]\n\s+\[\[1, 2\.5\],\n\s+\[3, 4 +\]\]$/)
  const gone = tf.tensor([1])
  gone.dispose()
  expect(formatValue(gone)).toBe('Tensor float32 [1], disposed')
})

it('joins values by spaces, text as it is', () => {
  expect(formatValues('loss', 0.5, ['a'])).toBe("loss 0.5 [ 'a' ]")
})

it('survives a value that throws when it is read', () => {
  const hostile = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  expect(formatValue(hostile)).toBe('[a value that cannot be read]')
})
