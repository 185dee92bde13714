import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenOrder } from './hidden-order.ts'

describe('hiddenOrder', () => {
  it('visits every row once, in chunks that cover all of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.string(), (count, hash) => {
        const { order, chunks } = hiddenOrder(count, hash, 'source')
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i))
        expect(chunks.every((size) => size > 0)).toBe(true)
        expect(chunks.reduce((sum, size) => sum + size, 0)).toBe(count)
      }),
      { numRuns: 50 },
    )
  })

  it('repeats itself for the same dataset and source, and differs for another installation', () => {
    expect(hiddenOrder(500, 'a', 's')).toEqual(hiddenOrder(500, 'a', 's'))
    expect(hiddenOrder(500, 'a', 's')).not.toEqual(hiddenOrder(500, 'b', 's'))
  })
})
