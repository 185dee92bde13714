import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isOwnerGone, ownerName } from './process-identity.ts'

const FIRST_UID = 200_000
const SLOTS = 1_000

export interface UidSlot {
  uid: number
  release(): void
}

/**
 * Claims a host uid that no other box on this machine has now: boxes of one uid could signal each other.
 * A claim is a file named by the slot that holds its worker's identity; claims of dead workers are taken over.
 */
export function claimUidSlot(folder: string): UidSlot {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const own = ownerName()
  const mine = path.join(folder, `claim-${own}`)
  writeFileSync(mine, own)
  try {
    for (let slot = 0; slot < SLOTS; slot++) {
      const file = path.join(folder, String(slot))
      try {
        // A link appears whole or not at all, and never over another.
        linkSync(mine, file)
        return { uid: FIRST_UID + slot, release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
    }
  } finally {
    rmSync(mine, { force: true })
  }
  throw new Error(`all ${SLOTS} box slots in ${folder} are taken`)
}

/** Frees the slots whose worker is dead; gives how many. */
export function sweepUidSlots(folder: string): number {
  let freed = 0
  for (const name of listFolder(folder)) {
    const file = path.join(folder, name)
    try {
      if (!isOwnerGone(readFileSync(file, 'utf8'))) continue
      rmSync(file)
      freed++
    } catch (error) {
      // Another worker's sweep was quicker.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return freed
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
