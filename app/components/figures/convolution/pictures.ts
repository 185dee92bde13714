import { normal, type Random, seededRandom } from '#lib/training/seeded-random.ts'
import { type Grid, gridOf } from '../kit/convolve.ts'
import type { SpecOf } from '../kit/spec-of.ts'

export type PictureName = SpecOf<'convolution'>['image']
export const PICTURE_SIZE = 28

type Brightness = (row: number, column: number) => number

/** Wavy beds of sediment, lying nearly flat. */
function layered(random: Random): Brightness {
  const greys = [0.3, 0.75, 0.45, 0.9, 0.25, 0.6, 0.35, 0.8]
  const edges = greys.map((grey, i) => ({ at: 4.2 * i - 1 + 2 * random(), grey }))
  return (row, column) => {
    const depth = row + 0.16 * column + 1.3 * Math.sin(column / 4.5)
    return (edges.findLast(({ at }) => depth >= at) ?? { grey: 0.5 }).grey
  }
}

/** Dark rock with two bright veins that cross. */
function vein(random: Random): Brightness {
  const veins = [
    { slope: 0.75, from: 4 + 2 * random(), half: 1.5 },
    { slope: -0.45, from: 18 + 2 * random(), half: 1 },
  ]
  return (row, column) => {
    const near = Math.min(
      ...veins.map(({ slope, from, half }) => {
        const middle = from + slope * column + 0.9 * Math.sin(column / 3)
        return Math.abs(row - middle) / Math.sqrt(1 + slope * slope) / half
      }),
    )
    return near < 1 ? 0.92 : near < 1.6 ? 0.5 : 0.22
  }
}

/** Grains of three minerals, grown into each other. */
function granular(random: Random): Brightness {
  const grains = Array.from({ length: 34 }, () => ({
    row: PICTURE_SIZE * random(),
    column: PICTURE_SIZE * random(),
    grey: [0.16, 0.52, 0.88][Math.floor(3 * random())] ?? 0.5,
  }))
  return (row, column) =>
    grains.reduce(
      (nearest, grain) => {
        const distance = (grain.row - row) ** 2 + (grain.column - column) ** 2
        return distance < nearest.distance ? { distance, grey: grain.grey } : nearest
      },
      { distance: Number.POSITIVE_INFINITY, grey: 0 },
    ).grey
}

/** A five, written with a soft pen: places (row, column) that the pen goes through. */
const FIVE = [
  [5, 19],
  [5, 10],
  [12.5, 9.4],
  [11.4, 14],
  [12.6, 17.6],
  [16, 19],
  [19.6, 17.8],
  [22.2, 14],
  [22, 10],
  [20.4, 8],
] as const

type Place = readonly [number, number]

const digit = (): Brightness => (row, column) => {
  const distances = FIVE.slice(1).map((to, i) => distanceToStroke([row, column], FIVE[i] ?? to, to))
  return Math.min(1, Math.max(0, 2.1 - Math.min(...distances)))
}

function distanceToStroke(point: Place, from: Place, to: Place): number {
  const along = [to[0] - from[0], to[1] - from[1]] as const
  const share = ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / (along[0] ** 2 + along[1] ** 2)
  const t = Math.min(1, Math.max(0, share))
  return Math.hypot(point[0] - from[0] - t * along[0], point[1] - from[1] - t * along[1])
}

const PICTURES: Record<PictureName, { draw: (random: Random) => Brightness; noise: number }> = {
  layered: { draw: layered, noise: 0.04 },
  vein: { draw: vein, noise: 0.05 },
  granular: { draw: granular, noise: 0.03 },
  digit: { draw: digit, noise: 0 },
}

/** A made-up photograph, brightness from 0 to 1. */
export function drawPicture(name: PictureName): Grid {
  const random = seededRandom(71, name)
  const { draw, noise } = PICTURES[name]
  const brightness = draw(random)
  return gridOf(PICTURE_SIZE, PICTURE_SIZE, (row, column) =>
    Math.min(1, Math.max(0, brightness(row, column) + noise * normal(random))),
  )
}
