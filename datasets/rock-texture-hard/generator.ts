import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'
import { PATTERNS } from '../rock-texture/patterns.ts'

const SIZE = 32

export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % PATTERNS.length)
  return { x: y.map((rock) => photograph(rock, rng)), y }
}

/** The same rocks as in the core tray, at the face: less contrast, a lamp from one side, dust, and things in the way. */
function photograph(rock: number, rng: Rng): number[] {
  const pattern = PATTERNS[rock]?.(SIZE, rng)
  if (!pattern) throw new RangeError(`no rock ${rock}`)
  const surface = standardised(
    Array.from({ length: SIZE * SIZE }, (_, at) => pattern(at % SIZE, Math.floor(at / SIZE))),
  )
  const brightness = rng.range(0.35, 0.65)
  const contrast = rng.range(0.1, 0.16) * (rng.uniform() < 0.5 ? -1 : 1)
  const light = { x: rng.range(-0.4, 0.4), y: rng.range(-0.4, 0.4) }
  const dust = rng.range(0.08, 0.13)
  const pixels = surface.map((value, at) => {
    const x = (at % SIZE) / SIZE - 0.5
    const y = Math.floor(at / SIZE) / SIZE - 0.5
    return toByte(brightness + contrast * value + light.x * x + light.y * y + rng.normal(0, dust))
  })
  for (let things = 1 + rng.int(3); things > 0; things--) cover(pixels, rng)
  return pixels
}

/** A bolt plate, a hose, a drop on the lens: a rectangle of one grey. */
function cover(pixels: number[], rng: Rng): void {
  const [width, height] = [3 + rng.int(7), 3 + rng.int(7)]
  const [left, top] = [rng.int(SIZE - width), rng.int(SIZE - height)]
  const grey = rng.int(256)
  for (let y = top; y < top + height; y++) pixels.fill(grey, y * SIZE + left, y * SIZE + left + width)
}

/** Mean 0 and spread 1, so that brightness and contrast say nothing about the rock. */
function standardised(values: number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) + 1e-6
  return values.map((value) => (value - mean) / sd)
}

const toByte = (grey: number) => Math.min(255, Math.max(0, Math.round(grey * 255)))
