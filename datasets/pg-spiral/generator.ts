import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const TURNS = 1.75
const INNER = 0.4
const LENGTH = 4.4
const NOISE_SD = 0.1

/** The arms take turns, so that both have the same number of points. */
export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % 2)
  return { x: y.map((arm) => drawPoint(arm, rng)), y }
}

function drawPoint(arm: number, rng: Rng): [number, number] {
  const along = rng.uniform()
  const radius = INNER + LENGTH * along
  const angle = 2 * Math.PI * TURNS * along + arm * Math.PI
  return [noisy(radius * Math.sin(angle), rng), noisy(radius * Math.cos(angle), rng)]
}

/** Four decimals: the last bit of a sine may differ between machines. */
const noisy = (value: number, rng: Rng) => Math.round((value + rng.normal(0, NOISE_SD)) * 1e4) / 1e4
