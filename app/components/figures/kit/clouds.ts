import { normal, seededRandom } from '#lib/training/seeded-random.ts'

/** A row of two inputs and its class, 0 or 1. */
export interface LabelledPoint {
  x: readonly [number, number]
  y: 0 | 1
}

interface Clouds {
  seed: number
  /** Rows of each class. */
  each: number
  /** The middle of class 1; class 0 lies opposite. */
  middle: readonly [number, number]
  spread: number
}

/** Two round clouds within the square from −1 to 1. */
export function drawClouds({ seed, each, middle, spread }: Clouds): LabelledPoint[] {
  const random = seededRandom(seed, 'clouds')
  const inside = (value: number) => Math.min(0.94, Math.max(-0.94, value))
  return Array.from({ length: each * 2 }, (_, i) => {
    const sign = i % 2 === 0 ? 1 : -1
    return {
      x: [inside(sign * middle[0] + spread * normal(random)), inside(sign * middle[1] + spread * normal(random))],
      y: sign === 1 ? 1 : 0,
    }
  })
}
