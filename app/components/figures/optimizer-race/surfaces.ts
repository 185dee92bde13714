import type { SpecOf } from '../kit/spec-of.ts'

export type SurfaceName = SpecOf<'optimizer-race'>['surface']

/** A landscape over the square from −2 to 2. */
export interface Surface {
  height(x: number, y: number): number
  slope(x: number, y: number): [number, number]
  start: readonly [number, number]
  /** Where it is lowest within the square, and how low. */
  lowest: { at: readonly [number, number]; height: number }
}

export const RANGE = 2

export const SURFACES: Record<SurfaceName, Surface> = {
  /** Round: every direction is as steep. */
  bowl: {
    height: (x, y) => 0.5 * (x * x + y * y),
    slope: (x, y) => [x, y],
    start: [-1.6, 1.2],
    lowest: { at: [0, 0], height: 0 },
  },
  /** Fifty times as steep across as along. */
  ravine: {
    height: (x, y) => 0.5 * (x * x + 50 * y * y),
    slope: (x, y) => [x, 50 * y],
    start: [-1.8, 0.7],
    lowest: { at: [0, 0], height: 0 },
  },
  /** Flat in the middle: down to both sides, up to the two others. The start lies almost on the ridge. */
  saddle: {
    height: (x, y) => x * x - y * y + 0.25 * y ** 4 + 1,
    slope: (x, y) => [2 * x, -2 * y + y ** 3],
    start: [-1.6, 0.02],
    lowest: { at: [0, Math.SQRT2], height: 0 },
  },
  /** A bowl with ripples: hollows to be caught in. */
  bumpy: {
    height: (x, y) => 0.5 * (x * x + y * y) + 0.35 * (2 - Math.cos(4 * x) - Math.cos(4 * y)),
    slope: (x, y) => [x + 1.4 * Math.sin(4 * x), y + 1.4 * Math.sin(4 * y)],
    start: [-1.75, 1.55],
    lowest: { at: [0, 0], height: 0 },
  },
}
