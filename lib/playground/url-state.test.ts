import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyState } from '#tests/helpers/any-playground-state.ts'
import { DEFAULT_STATE, PlaygroundState } from './state.ts'
import { STORIES } from './stories.ts'
import { decodeState, encodeState } from './url-state.ts'

const read = (query: string) => decodeState(Object.fromEntries(new URLSearchParams(query)))

describe('the address', () => {
  it('is empty for the default', () => {
    expect(encodeState(DEFAULT_STATE)).toBe('')
    expect(read('')).toEqual(DEFAULT_STATE)
  })
  it('can be read by a person', () => {
    const state = { ...DEFAULT_STATE, data: 'spiral' as const, layers: [8, 8, 8], learningRate: 0.03, batchNorm: true }
    expect(encodeState(state)).toBe('data=spiral&layers=8.8.8&rate=0.03&norm=1')
  })
  it('brings back every state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(read(encodeState(state))).toEqual(state)
      }),
    )
  })
  it('makes a state of anything, and the same one of that state’s own address', () => {
    const names = ['data', 'noise', 'features', 'layers', 'rate', 'norm', 'lambda', 'weights', 'else']
    const text = fc.oneof(fc.string(), fc.constantFrom('', 'none', '8.8', '9', '-1', '1e999', 'x1.x9', '1', 'spiral'))
    const value = fc.oneof(text, fc.array(text), fc.constant(undefined))
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (query) => {
        const state = decodeState(query)
        expect(PlaygroundState.safeParse(state).success).toBe(true)
        expect(read(encodeState(state))).toEqual(state)
      }),
    )
  })
  it.each([
    ['layers=9.2', DEFAULT_STATE.layers],
    ['layers=4..2', DEFAULT_STATE.layers],
    ['layers=none', []],
    ['layers=1.2.3', [1, 2, 3]],
  ])('%s is layers of %j', (query, layers) => expect(read(query).layers).toEqual(layers))
  it('keeps what it can of an address that is wrong in part', () => {
    expect(read('data=moon&noise=20&features=x2.x1.x9')).toEqual({ ...DEFAULT_STATE, noise: 20 })
  })
})

it.each(STORIES.map(({ title, state }) => [title, state] as const))('“%s” has an address', (_, state) => {
  expect(PlaygroundState.parse(state)).toEqual(state)
  expect(read(encodeState(state))).toEqual(state)
})
