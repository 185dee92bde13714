import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'
import { PATTERNS } from './patterns.ts'

const SIZE = 32

export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % PATTERNS.length)
  return { x: y.map((rock) => photograph(rock, rng)), y }
}

/** A pattern under a camera: contrast, uneven light and noise, as bytes. */
function photograph(rock: number, rng: Rng): number[] {
  const brightness = rng.range(0.4, 0.6)
  const contrast = rng.range(0.2, 0.32)
  const pattern = PATTERNS[rock]?.(SIZE, rng)
  if (!pattern) throw new RangeError(`no rock ${rock}`)
  const pixels = standardised(Array.from({ length: SIZE * SIZE }, (_, at) => pattern(at % SIZE, Math.floor(at / SIZE))))
  const light = { x: rng.range(-0.2, 0.2), y: rng.range(-0.2, 0.2) }
  const noise = rng.range(0.03, 0.07)
  // Half of the patches are negatives, so that dark grains on light are the same rock as light on dark.
  const sign = rng.uniform() < 0.5 ? -1 : 1
  return pixels.map((value, at) => {
    const x = (at % SIZE) / SIZE - 0.5
    const y = Math.floor(at / SIZE) / SIZE - 0.5
    const grey = brightness + sign * contrast * 0.7 * value + light.x * x + light.y * y + rng.normal(0, noise)
    return Math.min(255, Math.max(0, Math.round(grey * 255)))
  })
}

/** Mean 0 and spread 1, so that brightness and contrast say nothing about the rock. */
function standardised(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) + 1e-6
  return values.map((value) => (value - mean) / sd)
}
