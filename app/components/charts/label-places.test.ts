import fc from 'fast-check'
import { expect, it } from 'vitest'
import { labelPlaces } from './label-places.ts'

it.each([
  ['far apart', [10, 40, 80], [10, 40, 80]],
  ['two that touch', [10, 15, 80], [10, 22, 80]],
  ['all at the bottom', [96, 97, 98, 99], [64, 76, 88, 100]],
  ['one at the bottom with room above', [20, 95, 99], [20, 88, 100]],
])('%s', (_, wanted, places) => {
  expect(labelPlaces(wanted, 12, 100)).toEqual(places)
})

it('never lets two touch, nor one sink below the bottom', () => {
  const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(heights, (wanted) => {
      const places = labelPlaces(
        wanted.toSorted((a, b) => a - b),
        12,
        200,
      )
      expect(places.at(-1)).toBeLessThanOrEqual(200)
      places.slice(1).forEach((place, i) => {
        expect(place - (places[i] as number)).toBeGreaterThanOrEqual(12 - 1e-9)
      })
    }),
  )
})
