import { expect, it } from 'vitest'
import { seededRandom } from '../training/seeded-random.ts'
import { DATA_SETS, drawPoints, EXTENT, POINTS, problemOf } from './data-sets.ts'
import { FEATURES, featureAt, featureRows } from './features.ts'

it.each(DATA_SETS)('%s: inside the square, the same for the same seed, another for another', (name) => {
  const points = drawPoints(name, 0, seededRandom(3))
  expect(points).toHaveLength(POINTS)
  expect(drawPoints(name, 0, seededRandom(3))).toEqual(points)
  expect(drawPoints(name, 0, seededRandom(4))).not.toEqual(points)
  for (const { x1, x2, y } of points) {
    expect(Math.max(Math.abs(x1), Math.abs(x2))).toBeLessThanOrEqual(EXTENT)
    expect(Math.abs(y)).toBeLessThanOrEqual(1)
  }
  if (problemOf(name) === 'classification') {
    const ones = points.filter(({ y }) => y === 1).length
    expect(new Set(points.map(({ y }) => y))).toEqual(new Set([0, 1]))
    expect(ones / POINTS).toBeGreaterThan(0.4)
    expect(ones / POINTS).toBeLessThan(0.6)
  }
})

it('moves points of a class with noise, and the numbers of a regression', () => {
  const moved = (name: (typeof DATA_SETS)[number]) => {
    const [clean, noisy] = [drawPoints(name, 0, seededRandom(1)), drawPoints(name, 0.5, seededRandom(1))]
    const some = (key: 'x1' | 'y') => clean.some((point, i) => point[key] !== noisy[i]?.[key])
    return { points: some('x1'), targets: some('y') }
  }
  expect(moved('circle')).toEqual({ points: true, targets: false })
  expect(moved('plane')).toEqual({ points: false, targets: true })
})

it('gives each feature of each point, in the order asked for', () => {
  expect(FEATURES.map((name) => featureAt(name, 2, 3))).toEqual([2, 3, 4, 9, 6, Math.sin(2), Math.sin(3)])
  expect([
    ...featureRows(
      [
        { x1: 2, x2: 3 },
        { x1: 0, x2: 1 },
      ],
      ['x2', 'x1x2'],
    ),
  ]).toEqual([3, 6, 1, 0])
})
