import { homedir } from 'node:os'
import path from 'node:path'
import { env } from '#lib/env.ts'

export const isRoot = (): boolean => process.getuid?.() === 0

/** Where what boxes are made of is kept. As root it must be a place that the boxes' own users can enter. */
export function boxCacheFolder(): string {
  const cache = env().GRADUS_CACHE ?? (isRoot() ? '/var/cache/gradus' : path.join(homedir(), '.cache', 'gradus'))
  return path.resolve(cache, 'box')
}

/** Claims of box slots, one folder for all workers of this machine. */
export const SLOT_FOLDER = '/run/gradus/slots'
