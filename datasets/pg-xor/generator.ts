import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const GAP = 0.3
const NOISE_SD = 0.15

export const generate: Generate = (count, rng) => {
  const points = Array.from({ length: count }, () => [rng.range(-4, 4), rng.range(-4, 4)] as const)
  return {
    x: points.map(([x1, x2]) => [moved(x1, rng), moved(x2, rng)]),
    y: points.map(([x1, x2]) => (x1 * x2 > 0 ? 1 : 0)),
  }
}

/** Away from the axis by the gap, then noise; four decimals, so that every machine agrees. */
const moved = (value: number, rng: Rng) =>
  Math.round((value + Math.sign(value) * GAP + rng.normal(0, NOISE_SD)) * 1e4) / 1e4
