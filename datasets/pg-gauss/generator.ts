import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const CENTRE = 1.5
const SD = 1

/** The clouds take turns, so that both have the same number of points. */
export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % 2)
  return { x: y.map((upper) => drawPoint(upper === 1 ? CENTRE : -CENTRE, rng)), y }
}

const drawPoint = (centre: number, rng: Rng) => [rounded(rng.normal(centre, SD)), rounded(rng.normal(centre, SD))]

/** Four decimals: the last bit of a logarithm may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
