import type { Generate } from '../../lib/catalogue/generate-rows.ts'

const NOISE_SD = 0.1

export const generate: Generate = (count, rng) => {
  const x = Array.from({ length: count }, () => [rounded(rng.range(-5, 5)), rounded(rng.range(-5, 5))] as const)
  return { x: x.map((point) => [...point]), y: x.map(([x1, x2]) => rounded((x1 + x2) / 10 + rng.normal(0, NOISE_SD))) }
}

/** Four decimals, so that every machine agrees. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4
