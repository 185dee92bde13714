import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const DISC = { from: 0, to: 2 }
const RING = { from: 2.8, to: 4.5 }
const NOISE_SD = 0.3

/** Ring and disc take turns, so that both have the same number of points. */
export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % 2)
  return { x: y.map((inside) => drawPoint(inside === 1 ? DISC : RING, rng)), y }
}

function drawPoint({ from, to }: { from: number; to: number }, rng: Rng): [number, number] {
  const radius = rng.range(from, to)
  const angle = rng.range(0, 2 * Math.PI)
  return [noisy(radius * Math.cos(angle), rng), noisy(radius * Math.sin(angle), rng)]
}

/** Four decimals: the last bit of a cosine may differ between machines. */
const noisy = (value: number, rng: Rng) => Math.round((value + rng.normal(0, NOISE_SD)) * 1e4) / 1e4
