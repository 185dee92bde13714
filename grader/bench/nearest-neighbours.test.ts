import fc from 'fast-check'
import { expect, it } from 'vitest'
import { neighbourShares } from './nearest-neighbours.ts'

const points = (min: number) =>
  fc.array(
    fc.record({
      x: fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true })),
      y: fc.nat(1),
    }),
    {
      minLength: min,
      maxLength: 30,
    },
  )

it('agrees with sorting all rows by distance', () => {
  fc.assert(
    fc.property(
      points(3),
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
      (rows, asked) => {
        const squared = ({ x }: { x: [number, number] }) => (x[0] - asked[0]) ** 2 + (x[1] - asked[1]) ** 2
        const nearest = rows.toSorted((a, b) => squared(a) - squared(b)).slice(0, 3)
        const train = { x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) }
        const [share] = neighbourShares(train, [asked], 3)
        expect(share).toBeCloseTo(nearest.reduce((sum, { y }) => sum + y, 0) / 3, 12)
      },
    ),
  )
})
