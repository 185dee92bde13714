import { expect, it } from 'vitest'
import { seededRandom } from '../training/seeded-random.ts'
import { INITIALIZERS, type InitializerName, initializers } from './initializers.ts'

const INPUTS = 6
const UNITS = 2
/** A normal number cut off at two standard deviations keeps this share of its standard deviation. */
const TRUNCATED = 0.8796

const EXPECTED: Record<InitializerName, { sd: number; most: number }> = {
  zeros: { sd: 0, most: 0 },
  smallNormal: { sd: 0.01, most: Number.POSITIVE_INFINITY },
  largeNormal: { sd: 1, most: Number.POSITIVE_INFINITY },
  glorotUniform: { sd: Math.sqrt(2 / 8), most: Math.sqrt(6 / 8) },
  glorotNormal: { sd: TRUNCATED * Math.sqrt(2 / 8), most: 2 * Math.sqrt(2 / 8) },
  heUniform: { sd: Math.sqrt(2 / 6), most: Math.sqrt(6 / 6) },
  heNormal: { sd: TRUNCATED * Math.sqrt(2 / 6), most: 2 * Math.sqrt(2 / 6) },
}

it.each(INITIALIZERS)('%s has the spread it is known for', (name) => {
  const random = seededRandom(4)
  const drawn = Array.from({ length: 20_000 }, () => initializers[name](random, INPUTS, UNITS))
  const sd = Math.sqrt(drawn.reduce((sum, w) => sum + w * w, 0) / drawn.length)
  const { sd: expected, most } = EXPECTED[name]
  expect(Math.abs(sd - expected)).toBeLessThanOrEqual(expected * 0.02)
  expect(Math.max(...drawn.map(Math.abs))).toBeLessThanOrEqual(most)
})
