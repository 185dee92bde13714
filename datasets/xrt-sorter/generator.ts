import type { Generate } from '../../lib/catalogue/generate-rows.ts'
import type { Rng } from '../../lib/catalogue/seeded.ts'

/** Where the stones of each kind lie, and how far they scatter along their cloud and across it. */
const CLOUDS = [
  { brightness: 2.4, absorption: 1.1 },
  { brightness: 1.3, absorption: 2.2 },
] as const
const SPREAD = { along: 0.55, across: 0.32 }

/** Class 0: waste, class 1: ore. */
export const generate: Generate = (count, rng) => {
  const y = Array.from({ length: count }, (_, i) => i % CLOUDS.length)
  return { x: y.map((kind) => drawStone(kind, rng)), y }
}

/** Larger stones are darker in both readings, so that the clouds are longer than they are wide. */
function drawStone(kind: number, rng: Rng): number[] {
  const centre = CLOUDS[kind]
  if (!centre) throw new RangeError(`no kind ${kind}`)
  const [along, across] = [rng.normal(0, SPREAD.along), rng.normal(0, SPREAD.across)]
  return [rounded(centre.brightness + along + across), rounded(centre.absorption + along - across)]
}

/** Four decimals: the last bit of a sine may differ between machines. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
