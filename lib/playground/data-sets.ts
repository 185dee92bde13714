import { normal, permutation, type Random } from '../training/seeded-random.ts'

export const CLASSIFICATION_SETS = ['circle', 'xor', 'gauss', 'spiral'] as const
export const REGRESSION_SETS = ['plane', 'hills'] as const
export const DATA_SETS = [...CLASSIFICATION_SETS, ...REGRESSION_SETS] as const
export type DataSetName = (typeof DATA_SETS)[number]
export type Problem = 'classification' | 'regression'

export const problemOf = (name: DataSetName): Problem =>
  (REGRESSION_SETS as readonly DataSetName[]).includes(name) ? 'regression' : 'classification'

export interface Point {
  x1: number
  x2: number
  /** A class, 0 or 1, or a number from about −1 to 1. */
  y: number
}

/** Points lie in −EXTENT … EXTENT, but for those that noise carries away. */
export const EXTENT = 6
export const POINTS = 400

const between = (random: Random, low: number, high: number) => low + random() * (high - low)
const polar = (radius: number, angle: number) => ({ x1: radius * Math.cos(angle), x2: radius * Math.sin(angle) })
const TURN = 2 * Math.PI

/** Peaks and troughs of the hills: where, and how high. Each falls to 0 within `HILL_RADIUS`. */
const HILLS = [
  { x1: -2, x2: 2, height: 1 },
  { x1: 2.5, x2: 2.5, height: -1 },
  { x1: 0, x2: -2.5, height: 1 },
  { x1: 3.5, x2: -3, height: -1 },
]
const HILL_RADIUS = 2.8

/** One point without noise; `i` alternates the classes. */
const sets: Record<DataSetName, (i: number, random: Random) => Point> = {
  circle: (i, random) => {
    const y = i % 2
    const radius = y === 1 ? between(random, 0, 2.5) : between(random, 3.3, 5)
    return { ...polar(radius, random() * TURN), y }
  },
  xor: (_, random) => {
    const apart = (value: number) => value + Math.sign(value) * 0.3
    const [x1, x2] = [apart(between(random, -5, 5)), apart(between(random, -5, 5))]
    return { x1, x2, y: x1 * x2 > 0 ? 1 : 0 }
  },
  gauss: (i, random) => {
    const y = i % 2
    const centre = y === 1 ? 2 : -2
    return { x1: centre + 0.9 * normal(random), x2: centre + 0.9 * normal(random), y }
  },
  spiral: (i, random) => {
    const y = i % 2
    const along = random()
    return { ...polar(0.3 + 4.9 * along, (1.75 * along + y / 2) * TURN), y }
  },
  plane: (_, random) => {
    const [x1, x2] = [between(random, -EXTENT, EXTENT), between(random, -EXTENT, EXTENT)]
    return { x1, x2, y: (x1 + x2) / (2 * EXTENT) }
  },
  hills: (_, random) => {
    const [x1, x2] = [between(random, -EXTENT, EXTENT), between(random, -EXTENT, EXTENT)]
    const heights = HILLS.map((hill) => {
      const away = Math.hypot(x1 - hill.x1, x2 - hill.x2) / HILL_RADIUS
      return hill.height * Math.max(0, 1 - away)
    })
    return { x1, x2, y: heights.reduce((sum, height) => sum + height, 0) }
  },
}

/** Noise of 100 % moves a point of a class by this standard deviation, and a number to learn by the other. */
const COORDINATE_SD = 2
const TARGET_SD = 0.8

/** `POINTS` points in random order. @param noise a share, 0 to 1 */
export function drawPoints(name: DataSetName, noise: number, random: Random): Point[] {
  const isClass = problemOf(name) === 'classification'
  const points = Array.from({ length: POINTS }, (_, i) => {
    const { x1, x2, y } = sets[name](i, random)
    const [a, b] = [normal(random) * noise, normal(random) * noise]
    return isClass ? { x1: x1 + a * COORDINATE_SD, x2: x2 + b * COORDINATE_SD, y } : { x1, x2, y: y + a * TARGET_SD }
  })
  return Array.from(permutation(POINTS, random), (i) => points[i] as Point)
}
