import { fileURLToPath } from 'node:url'
import { env } from '#lib/env.ts'

/** The folder that holds exercises/ and datasets/. */
export const catalogueRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The secret that hidden rows are dealt from. `gradus.mjs` sets it; a program that lacks it must not invent one. */
export function installationSecret(): string {
  const { GRADUS_SECRET } = env()
  if (!GRADUS_SECRET) throw new Error('GRADUS_SECRET is not set: start through `npx gradus`, which sets it.')
  return GRADUS_SECRET
}
