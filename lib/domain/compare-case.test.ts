import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAnswer, describeCase } from './compare-case.ts'

const equal = (expected: unknown, actual: unknown) => compareAnswer(expected, actual).equal

describe('tolerance: 1e-6 plus 1e-5 of the expected value', () => {
  it.each([
    [1, 1.0000109, true],
    [1, 1.0000111, false],
    [0, 1e-6, true],
    [0, 1.1e-6, false],
    [-1000, -1000.01, true],
    [-1000, -1000.02, false],
    [1, Number.NaN, false],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, true],
    [1, '1', false],
    [1, true, false],
  ])('%o and %o: %s', (expected, actual, same) => expect(equal(expected, actual)).toBe(same))
})

describe('what is said about a difference', () => {
  it.each([
    [1, 0, 'expected 1, got 0'],
    [1, undefined, 'expected 1, got nothing (is a `return` missing?)'],
    [0.5, Number.NaN, 'expected 0.5, got NaN'],
    [[1, 2], [1, 3], 'at [1]: expected 2, got 3'],
    [[1, 2], [1], 'expected 2 elements, got 1'],
    [[1, 2], { 0: 1, 1: 2 }, 'expected an array, got {"0":1,"1":2}'],
    [{ w: [0, 1], b: 0 }, { w: [0, 2], b: 0 }, 'at w[1]: expected 1, got 2'],
    [{ w: [0], b: 0 }, { w: [0] }, '`b` is missing'],
    [{ w: [0], b: 0 }, [0], 'expected an object with w, b, got [0]'],
    [{ a: { b: [[1]] } }, { a: { b: [[2]] } }, 'at a.b[0][0]: expected 1, got 2'],
    ['ore', 'waste', 'expected "ore", got "waste"'],
  ])('%o and %o', (expected, actual, message) =>
    expect(compareAnswer(expected, actual)).toEqual({ equal: false, message }),
  )

  it('quotes the call, cut short', () => {
    const one = { fn: 'predict', args: [[1, 2], 0.1 + 0.2, Array.from({ length: 99 }, () => 7)] }
    const said = describeCase(one, compareAnswer(1, 0))
    expect(said).toMatch(/^predict\(\[1,2\], 0\.3, \[7,7,.{1,60}…\): expected 1, got 0$/)
    expect(describeCase({ fn: 'f', args: [1] }, { equal: true })).toBe('f(1) is right')
  })
})

const anyJson = fc.jsonValue({ maxDepth: 3 })
it('finds every value equal to itself, also after rounding to 9 digits', () => {
  const round = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'number' ? Number(part.toPrecision(9)) : part))
  fc.assert(
    fc.property(anyJson, (value) => {
      const copy = JSON.parse(JSON.stringify(value))
      expect(equal(copy, structuredClone(copy))).toBe(true)
      expect(equal(copy, round(copy))).toBe(true)
    }),
  )
})
it('finds an array with one number moved by more than the tolerance unequal', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1 }), fc.nat(), (values, at) => {
      const moved = values.map((value, i) => (i === at % values.length ? value + 0.1 : value))
      expect(equal(values, moved)).toBe(false)
    }),
  )
})
