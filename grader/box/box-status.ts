import { bundleLearner } from '#grader/learner/bundle.ts'
import { BOX_NAMES, type BoxName } from './box.ts'
import { boxCacheFolder } from './box-folders.ts'
import { tryBox } from './choose-box.ts'
import { prepareBoxes } from './prepare-boxes.ts'

export type BoxAvailability =
  | { name: BoxName; available: true }
  | { name: BoxName; available: false; reason: string; remedy: string }

export interface BoxStatus {
  boxes: BoxAvailability[]
  /** What level `personal` does not limit: said wherever that level is in use. */
  personalGaps: readonly string[]
  /** What a container does not limit, which bubblewrap at level `full` does. */
  containerGaps: readonly string[]
}

export const PERSONAL_GAPS = [
  'Memory is limited for each process and measured ten times a second, not by the kernel for the box as a whole.',
  'Processor time is measured ten times a second; a box may use more than one processor until its time is up.',
  'Unless started as root, all boxes run as the same user of this machine, which is yours.',
  'A worker that is killed relies on its boxes ending themselves; no cgroup is left by which to find one that does not.',
] as const

export const CONTAINER_GAPS = [
  'A worker that is killed leaves its containers to the sweep of the next one.',
  'docker cannot be used in podman’s place: it has no way to hand a box the descriptor it answers on.',
] as const

/** Which boxes this machine can run, each tried by starting one; why not, and how to mend it. */
export async function boxStatus(folder: string = boxCacheFolder()): Promise<BoxStatus> {
  const prepared = await prepareBoxes(folder, bundleLearner)
  const boxes: BoxAvailability[] = []
  for (const name of BOX_NAMES) {
    const tried = await tryBox(prepared, name)
    boxes.push(
      tried.ok ? { name, available: true } : { name, available: false, reason: tried.reason, remedy: tried.remedy },
    )
  }
  return { boxes, personalGaps: PERSONAL_GAPS, containerGaps: CONTAINER_GAPS }
}
