import { describe, expect, it } from 'vitest'
import { type CalledLayer, stuckLayer } from './call-order.ts'

const input: CalledLayer = { name: 'input', given: 1, calls: [] }
const after = (name: string, ...calls: CalledLayer['calls'][number][]): CalledLayer => ({ name, given: 0, calls })

describe('stuckLayer', () => {
  it.each<[string, CalledLayer[]]>([
    ['a chain, whatever the order it is written in', [after('b', [['a', 0]]), after('a', [['input', 0]]), input]],
    ['a layer that is called twice', [input, after('a', [['input', 0]], [['a', 0]]), after('b', [['a', 1]])]],
    [
      'two ways that meet',
      [
        input,
        after('a', [['input', 0]]),
        after('b', [
          ['a', 0],
          ['input', 0],
        ]),
      ],
    ],
    ['nothing at all', []],
  ])('finds none in %s', (_, layers) => expect(stuckLayer(layers)).toBeNull())

  it.each<[string, CalledLayer[], string]>([
    ['a cycle', [input, after('a', [['b', 0]]), after('b', [['a', 0]])], 'a'],
    ['a layer that feeds itself', [input, after('a', [['a', 0]])], 'a'],
    ['a layer that isn’t there', [input, after('a', [['input', 0]]), after('b', [['c', 0]])], 'b'],
    ['a call that never happens', [input, after('a', [['input', 1]])], 'a'],
    ['a second call that comes before the first', [input, after('a', [['a', 1]], [['input', 0]])], 'a'],
  ])('finds the one that waits in %s', (_, layers, name) => expect(stuckLayer(layers)).toBe(name))
})
