import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

export const generate: Generate = (count, rng) => {
  const shifts = Array.from({ length: count }, () => drawShift(rng))
  return { x: shifts.map(({ readings }) => readings), y: shifts.map(({ trips }) => (trips ? 1 : 0)) }
}

function drawShift(rng: Rng): { readings: number[]; trips: boolean } {
  // Each in units of its own spread; what hangs together in a pump hangs together here.
  const density = rng.normal()
  const suction = rng.normal() - 0.3 * density
  const ambient = rng.normal()
  const wear = rng.uniform()
  const current = 0.6 * density + rng.normal(0, 0.8)
  const vibration = 0.8 * wear + rng.normal(0, 0.8)
  const heat = 0.4 * ambient + 0.3 * current + rng.normal(0, 0.8)
  const discharge = 0.5 * suction - 0.4 * density + rng.normal(0, 0.7)

  const starved = 3.2 * above(-suction, 0.6) * above(density, -0.2)
  const worn = 4.16 * above(vibration, 1.2) * wear
  const hot = 1.7 * above(heat, 1.1) * above(current, 0)
  const risk = starved + worn + hot - 5
  // At most 0.55: even a pump in a bad way survives about half of its shifts.
  const trips = rng.uniform() < 0.55 / (1 + Math.exp(-1.8 * risk - 2.6))

  const readings = [
    180 + 40 * suction,
    620 + 70 * discharge,
    62 + 7 * heat,
    3.2 + 1.1 * vibration,
    140 + 18 * current,
    1.45 + 0.08 * density,
    Math.round(wear * 9000),
    28 + 6 * ambient,
  ]
  return { readings: readings.map(rounded), trips }
}

const above = (value: number, limit: number) => Math.max(0, value - limit)
/** Four decimals: the last bit of an exponential may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
