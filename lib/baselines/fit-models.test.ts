import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../training/seeded-random.ts'
import { binColumns } from './bin-columns.ts'
import type { Design } from './design.ts'
import { fitConstant } from './fit-constant.ts'
import { fitForest } from './fit-forest.ts'
import { fitLinear } from './fit-linear.ts'
import { fitLogistic } from './fit-logistic.ts'
import { fitNeighbours } from './fit-neighbours.ts'
import { growTree, leafOf } from './grow-tree.ts'
import { minimise } from './minimise.ts'

const design = (rows: number[][]): Design => ({
  columns: rows[0]?.length ?? 0,
  rows: rows.map((row) => Float64Array.from(row)),
})
const row = (...values: number[]) => Float64Array.from(values)

/** Points of the plane, and whether both coordinates have the same sign: no line tells them apart. */
function quadrants(count: number, seed: number) {
  const random = seededRandom(seed)
  const rows = Array.from({ length: count }, () => [2 * random() - 1, 2 * random() - 1])
  return { x: design(rows), y: rows.map(([a = 0, b = 0]) => (a * b > 0 ? 1 : 0)) }
}

describe('the constant', () => {
  it.each([
    [[2, 1, 1], 3, 1],
    [[2, 2, 1, 1], 3, 1],
    [[1, 2, 6], null, 3],
  ])('of %j with %s classes is %d', (targets, classes, expected) => {
    expect(fitConstant(targets, classes)(row())).toBe(expected)
  })
})

it('minimise finds the bottom of a valley far steeper one way than the other', () => {
  const bottom = minimise((w, gradient) => {
    const [a = 0, b = 0] = w
    gradient[0] = 2 * (a - 3)
    gradient[1] = 2000 * (b + 1)
    return (a - 3) ** 2 + 1000 * (b + 1) ** 2
  }, 2)
  expect(bottom[0]).toBeCloseTo(3, 3)
  expect(bottom[1]).toBeCloseTo(-1, 3)
})

it('linear regression gives back the plane that the points lie on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), ([a = 0, b = 0, c = 0]) => {
      const random = seededRandom(1)
      const rows = Array.from({ length: 20 }, () => [random(), random()])
      const predict = fitLinear(design(rows), rows.map(([x = 0, y = 0]) => a * x + b * y + c)) // biome-ignore format: short
      expect(predict(row(0.3, 0.6))).toBeCloseTo(a * 0.3 + b * 0.6 + c, 3)
    }),
  )
})

it('linear regression bears two columns that are the same', () => {
  const predict = fitLinear(design([[0, 0], [1, 1], [2, 2]]), [1, 3, 5]) // biome-ignore format: as a table
  expect(predict(row(3, 3))).toBeCloseTo(7, 3)
})

describe('logistic regression', () => {
  it('names the nearest of three bunches', () => {
    const centres = [[0, 0], [4, 0], [0, 4]] // biome-ignore format: as a table
    const random = seededRandom(2)
    const rows = Array.from({ length: 90 }, (_, i) => (centres[i % 3] ?? []).map((at) => at + random() - 0.5))
    const predict = fitLogistic(design(rows), rows.map((_, i) => i % 3), 3) // biome-ignore format: short
    expect(centres.map((centre) => predict(row(...centre)))).toEqual([0, 1, 2])
  })

  it('cannot tell quadrants apart', () => {
    const { x, y } = quadrants(400, 3)
    const predict = fitLogistic(x, y, 2)
    const right = x.rows.filter((one, i) => predict(one) === y[i]).length / y.length
    expect(right).toBeLessThan(0.65)
  })
})

describe('nearest neighbours', () => {
  it('finds what looking at every row finds', () => {
    const { x, y } = quadrants(200, 4)
    const predict = fitNeighbours(x, y, 2)
    for (const one of quadrants(50, 5).x.rows) {
      const near = x.rows
        .map((other, i) => ({ apart: Math.hypot(...other.map((value, c) => value - (one[c] ?? 0))), label: y[i] }))
        .sort((a, b) => a.apart - b.apart)
        .slice(0, 5)
      expect(predict(one)).toBe(near.filter(({ label }) => label === 1).length > 2 ? 1 : 0)
    }
  })

  it('averages numbers, and makes do with fewer rows than it wants', () => {
    expect(fitNeighbours(design([[0], [1], [9]]), [3, 6, 9], null)(row(0))).toBe(6)
  })
})

describe('a tree', () => {
  const grow = ({ x, y }: { x: Design; y: number[] }, classes: number | null) => {
    const { bins, bin } = binColumns(x)
    const sample = Int32Array.from(y, (_, i) => i)
    const input = { bins, columns: x.columns, targets: y, classes, columnsTried: x.columns, random: seededRandom(1) }
    const tree = growTree(input, sample)
    return (one: Float64Array) => [...leafOf(tree, bin(one))]
  }

  it('grows until each leaf is pure', () => {
    const data = quadrants(60, 6)
    const leaf = grow(data, 2)
    data.x.rows.forEach((one, i) => {
      expect(leaf(one)).toEqual(data.y[i] === 1 ? [0, 1] : [1, 0])
    })
  })

  it('gives numbers, and the mean where no column tells rows apart', () => {
    const leaf = grow({ x: design([[0], [0], [1]]), y: [2, 4, 9] }, null)
    expect([leaf(row(0)), leaf(row(1)), leaf(row(5))]).toEqual([[3], [9], [9]])
  })
})

describe('a forest', () => {
  it('learns quadrants that it has not seen', () => {
    const { x, y } = quadrants(400, 7)
    const fresh = quadrants(400, 8)
    const predict = fitForest(x, y, 2, 1)
    expect(fresh.x.rows.filter((one, i) => predict(one) === fresh.y[i]).length / 400).toBeGreaterThan(0.93)
  })

  it('depends on its seed alone', () => {
    const { x, y } = quadrants(50, 9)
    const targets = y.map((label, i) => label + i / 50)
    const values = (seed: number) => quadrants(20, 10).x.rows.map(fitForest(x, targets, null, seed))
    expect(values(1)).toEqual(values(1))
    expect(values(1)).not.toEqual(values(2))
  })
})
