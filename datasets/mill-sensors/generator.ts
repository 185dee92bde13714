import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import { type Rng, seeded } from '../../lib/catalogue/seeded.ts'

const SENSORS = 12
const INNER = 20

/**
 * How far the sums in each layer of the plant spread. At 1.7 a sine has turned back for a third of them, so that a straight line
 * is right about two times in three.
 */
const SPREAD = { first: 1.7, second: 2 }

/** The plant is the same on every installation: only the hours that are drawn from it differ. */
const plant = drawPlant(seeded(new TextEncoder().encode('the plant behind mill-sensors')))

/** Class 1: the recovery of the hour after lies above its usual value. Any number of rows may be drawn. */
export const generate: Generate = (count, rng) => {
  const x = Array.from({ length: count }, () => Array.from({ length: SENSORS }, () => rounded(rng.normal())))
  return { x, y: x.map((reading) => (recovery(reading) > 0 ? 1 : 0)) }
}

interface Plant {
  first: number[][]
  second: number[][]
  last: number[]
}

/** Two layers of interactions, drawn once: a stand-in for physics that nobody has written down. */
function drawPlant(rng: Rng): Plant {
  const rows = (count: number, width: number, gain: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => rng.normal(0, gain / Math.sqrt(width))))
  return {
    first: rows(INNER, SENSORS, SPREAD.first),
    second: rows(INNER, INNER, SPREAD.second * Math.SQRT2),
    last: rows(1, INNER, 1)[0] ?? [],
  }
}

/** Odd in its readings, so that both classes are equally frequent. */
function recovery(reading: number[]): number {
  const outer = plant.first.map((weights) => Math.sin(dot(weights, reading)))
  const inner = plant.second.map((weights) => Math.tanh(dot(weights, outer)))
  return dot(plant.last, inner)
}

function dot(weights: number[], values: number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0)
  return sum
}

/** Four decimals: the last bit of a sine may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
