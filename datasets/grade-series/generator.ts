import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

const WINDOW_HOURS = 24
const HORIZON_HOURS = 2
/** Sampling, drying, pressing, counting: an assay is known so long after its sample was taken. */
const LABORATORY_HOURS = 4
/** The tanks forget where they started. */
const WARM_UP_HOURS = 200

/** Shares of full throughput that the plant runs at, the more likely ones more than once. */
const PACES = [1, 1, 0.75, 0.45, 0.2, 0.05]
/** Share of a tank that an hour at full throughput replaces. */
const EXCHANGE = { surge: 0.45, flotation: 0.6 }

/** One hour of the plant, as it really was: standardised, without the errors of any instrument. */
interface Hour {
  feed: number
  silica: number
  pace: number
  moisture: number
  reagent: number
  concentrate: number
}

/** Each row: 24 hours × 6 channels, flattened; its target: the concentrate's grade two hours after the window. */
export const generate: Generate = (count, rng) => {
  const hours = runPlant(count + WINDOW_HOURS + HORIZON_HOURS + LABORATORY_HOURS, rng)
  const assays = hours.map(({ concentrate }) => grade(concentrate) + rng.normal(0, 0.05))
  const readings = hours.map((hour, at) => [
    rounded(60.6 + 1.1 * hour.feed + rng.normal(0, 0.08)),
    rounded(2.7 + 0.7 * hour.silica),
    rounded(2600 * hour.pace + rng.normal(0, 25)),
    rounded(6 + 0.6 * hour.moisture),
    rounded(50 + 8 * hour.reagent),
    rounded(assays[at - LABORATORY_HOURS] ?? grade(hour.concentrate)),
  ])
  const starts = Array.from({ length: count }, (_, i) => i + LABORATORY_HOURS)
  return {
    x: starts.map((start) => readings.slice(start, start + WINDOW_HOURS).flat()),
    y: starts.map((start) => rounded(assays[start + WINDOW_HOURS - 1 + HORIZON_HOURS] ?? 0)),
  }
}

/** Two stirred tanks in a row. What flows in replaces what was there, by as much as flows: at a standstill nothing changes. */
function runPlant(length: number, rng: Rng): Hour[] {
  const block = heldFor(() => rng.normal(0, 1.3), 6, 36, rng)
  const pace = heldFor(() => rng.pick(PACES), 3, 14, rng)
  const hours: Hour[] = []
  let [feed, silica, moisture, reagent, surge, flotation] = [0, 0, 0, 0, 0, 0]
  for (let hour = 0; hour < length + WARM_UP_HOURS; hour++) {
    feed = 0.45 * feed + 0.55 * block() + rng.normal(0, 0.15)
    silica = -0.7 * feed + rng.normal(0, 0.4)
    moisture = 0.97 * moisture + rng.normal(0, 0.15)
    reagent = 0.8 * reagent + 0.1 * silica + rng.normal(0, 0.3)
    const flow = pace()
    surge += EXCHANGE.surge * flow * (feed - surge)
    flotation += EXCHANGE.flotation * flow * (surge + 0.4 * Math.tanh(reagent) - 0.15 * moisture - flotation)
    if (hour >= WARM_UP_HOURS) hours.push({ feed, silica, pace: flow, moisture, reagent, concentrate: flotation })
  }
  return hours
}

/** A value that stays for a while, then is drawn anew. */
function heldFor(draw: () => number, fewest: number, most: number, rng: Rng): () => number {
  let value = 0
  let left = 0
  return () => {
    if (left === 0) {
      value = draw()
      left = fewest + rng.int(most - fewest)
    }
    left--
    return value
  }
}

/** Iron in the concentrate, in per cent. */
const grade = (state: number) => 64.5 + 0.8 * state

/** Four decimals: the last bit of a sine may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
