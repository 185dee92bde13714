import { isRoot, SLOT_FOLDER } from './box-folders.ts'
import { destroyCgroup, listCgroups } from './cgroup.ts'
import type { CgroupLayout } from './cgroup-layout.ts'
import { findContainerEngine, sweepContainers } from './container-box.ts'
import { findCgroups } from './prepare-boxes.ts'
import { isOwnerGone } from './process-identity.ts'
import { sweepUidSlots } from './uid-slots.ts'

export interface SweepReport {
  cgroups: number
  slots: number
  containers: number
}

/**
 * Removes what workers that were killed left on this machine: cgroups with whatever still runs in them, containers, and
 * claims of box slots. Files and mounts need no sweep: a box leaves none. Call it when a worker starts.
 */
export async function sweepBoxes(
  layout: CgroupLayout | null = isRoot() ? findCgroups() : null,
  slotFolder: string = SLOT_FOLDER,
): Promise<SweepReport> {
  let cgroups = 0
  for (const name of layout ? listCgroups(layout) : []) {
    // The worker's name and a number.
    const owner = /^(.+)-\d+$/.exec(name)?.[1]
    if (!layout || owner === undefined || !isOwnerGone(owner)) continue
    await destroyCgroup(layout, name)
    cgroups++
  }
  const engine = isRoot() ? findContainerEngine() : null
  const containers = engine ? await sweepContainers(engine) : 0
  return { cgroups, containers, slots: isRoot() ? sweepUidSlots(slotFolder) : 0 }
}
