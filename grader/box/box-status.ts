import { bundleLearner } from '#grader/learner/bundle.ts'
import type { Box } from './box.ts'
import { boxCacheFolder } from './box-folders.ts'
import { tryLevel } from './choose-box.ts'
import { prepareBoxes } from './prepare-boxes.ts'

export type LevelStatus =
  | { level: Box['level']; available: true }
  | { level: Box['level']; available: false; reason: string; remedy: string }

export interface BoxStatus {
  levels: LevelStatus[]
  /** What level `personal` does not limit: said wherever that level is in use. */
  personalGaps: readonly string[]
}

export const PERSONAL_GAPS = [
  'Memory is limited for each process and measured ten times a second, not by the kernel for the box as a whole.',
  'Processor time is measured ten times a second; a box may use more than one processor until its time is up.',
  'Unless started as root, all boxes run as the same user of this machine, which is yours.',
  'A worker that is killed relies on its boxes ending themselves; no cgroup is left by which to find one that does not.',
] as const

/** Which boxes this machine can run, each tried by starting one; why not, and how to mend it. */
export async function boxStatus(folder: string = boxCacheFolder()): Promise<BoxStatus> {
  const prepared = await prepareBoxes(folder, bundleLearner)
  const levels: LevelStatus[] = []
  for (const level of ['full', 'personal'] as const) {
    const tried = await tryLevel(prepared, level)
    levels.push(
      tried.ok ? { level, available: true } : { level, available: false, reason: tried.reason, remedy: tried.remedy },
    )
  }
  return { levels, personalGaps: PERSONAL_GAPS }
}
