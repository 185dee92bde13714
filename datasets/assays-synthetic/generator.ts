import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

/** The product's limits, in per cent of mass: a corner of a four-dimensional box. */
const isOre = (fe: number, sio2: number, al2o3: number, p: number) => fe > 60 && sio2 <= 9 && al2o3 <= 2 && p <= 0.08

export const generate: Generate = (count, rng) => {
  const x = Array.from({ length: count }, () => drawAssay(rng))
  return { x, y: x.map(([fe = 0, sio2 = 0, al2o3 = 0, p = 0]) => (isOre(fe, sio2, al2o3, p) ? 1 : 0)) }
}

function drawAssay(rng: Rng): number[] {
  // Three standard normals stand for what shapes a bench: shale bands, clay, and phosphorus of its own.
  const [shale, clay, own] = [rng.normal(), rng.normal(), rng.normal()]
  const sio2 = reported(clamp(Math.exp(0.95 + 0.28 * shale), 0.9, 13))
  const al2o3 = reported(clamp(Math.exp(0.29 + 0.25 * (0.45 * shale + 0.89 * clay)), 0.4, 4))
  const p = reported(clamp(Math.exp(-2.88 + 0.32 * (-0.15 * shale + 0.4 * clay + 0.9 * own)), 0.01, 0.3))
  // What is not silica, alumina or phosphorus is mostly iron oxide.
  const fe = reported(66.2 - 0.95 * sio2 - 2.1 * al2o3 - 3 * p + rng.normal(0, 0.75))
  return [fe, sio2, al2o3, p]
}

/** Laboratories report two decimals. Rounding also makes every machine agree. */
const reported = (value: number) => Math.round(value * 100) / 100
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
