import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DealInput, dealRows } from './deal-rows.ts'

const deal = (input: Partial<DealInput> = {}) =>
  dealRows({
    rows: 10,
    classes: null,
    ordered: false,
    split: { train: 5, public: 2, private: 3 },
    secret: 'secret',
    purpose: 'wine/1',
    ...input,
  })

const anyInput = fc
  .record({
    sizes: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })),
    spare: fc.nat(20),
    classCount: fc.integer({ min: 1, max: 5 }),
    secret: fc.string({ minLength: 1 }),
  })
  .chain(({ sizes: [train, open, hidden], spare, classCount, secret }) => {
    const rows = train + open + hidden + spare
    return fc.record({
      rows: fc.constant(rows),
      secret: fc.constant(secret),
      split: fc.constant({ train, public: open, private: hidden }),
      classes: fc.array(fc.nat(classCount - 1), { minLength: rows, maxLength: rows }),
    })
  })

it('gives each split exactly its size, and no row twice', () => {
  fc.assert(
    fc.property(anyInput, fc.boolean(), (input, stratified) => {
      const dealt = deal({ ...input, classes: stratified ? input.classes : null })
      expect([dealt.train.length, dealt.public.length, dealt.private.length]).toEqual(Object.values(input.split))
      const all = [...dealt.train, ...dealt.public, ...dealt.private]
      expect(new Set(all).size).toBe(all.length)
      expect(all.every((row) => row >= 0 && row < input.rows)).toBe(true)
    }),
  )
})

it('spreads every class over the splits in proportion, within four rows', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const dealt = deal(input)
      for (const label of new Set(input.classes)) {
        const share = input.classes.filter((one) => one === label).length / input.rows
        for (const split of [dealt.train, dealt.public, dealt.private]) {
          const count = split.filter((row) => input.classes[row] === label).length
          expect(Math.abs(count - share * split.length)).toBeLessThan(4)
        }
      }
    }),
  )
})

describe('who gets which row', () => {
  const many = { rows: 200, split: { train: 100, public: 40, private: 60 } }
  it('is the same every time', () => expect(deal(many)).toEqual(deal(many)))
  it.each([
    ['secret', { secret: 'another' }],
    ['version', { purpose: 'wine/2' }],
  ])('depends on the %s', (_, other) => {
    const hidden = new Set(deal({ ...many, ...other }).private)
    const shared = deal(many).private.filter((row) => hidden.has(row)).length
    // By chance 60 · 60 / 200 = 18 rows are shared (standard deviation 3); all 60 would mean that the key plays no part.
    expect(shared).toBeLessThan(36)
  })
  it('leaves the first training rows mixed', () => {
    const classes = Array.from({ length: 200 }, (_, row) => (row < 100 ? 0 : 1))
    const first = deal({ ...many, classes }).train.slice(0, 40)
    const ones = first.filter((row) => classes[row] === 1).length
    expect(ones).toBeGreaterThan(8)
    expect(ones).toBeLessThan(32)
  })
})

it('keeps a series in order', () =>
  expect(deal({ ordered: true })).toEqual({ train: [0, 1, 2, 3, 4], public: [5, 6], private: [7, 8, 9] }))
it('refuses splits that need more rows than there are', () =>
  expect(() => deal({ rows: 9 })).toThrow('the splits need 10 rows, the data has 9'))
