import type { Generate } from '../../lib/catalogue/generate-rows.ts'

/** Cones: where they stand, and how high. Below 0 is a hollow. */
const CONES = [
  { at: [-2, 2], height: 1 },
  { at: [2, 2], height: -1 },
  { at: [0, -2], height: 1 },
  { at: [3, -3], height: -1 },
] as const
const RADIUS = 2.5
const NOISE_SD = 0.05

export const generate: Generate = (count, rng) => {
  const x = Array.from({ length: count }, () => [rounded(rng.range(-5, 5)), rounded(rng.range(-5, 5))] as const)
  return {
    x: x.map((point) => [...point]),
    y: x.map(([x1, x2]) => rounded(heightAt(x1, x2) + rng.normal(0, NOISE_SD))),
  }
}

function heightAt(x1: number, x2: number): number {
  const heights = CONES.map(
    ({ at, height }) => height * Math.max(0, 1 - Math.sqrt((x1 - at[0]) ** 2 + (x2 - at[1]) ** 2) / RADIUS),
  )
  return heights.reduce((sum, height) => sum + height, 0)
}

/** Four decimals, so that every machine agrees. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
