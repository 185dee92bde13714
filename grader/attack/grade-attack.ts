import type { Box, BoxLimits, RunningBox } from '#grader/box/box.ts'
import { gradeSolution } from '#grader/grade.ts'
import type { Trainer } from '#grader/trainer/trainer.ts'
import type { GradeReport } from '#lib/contract/report.ts'
import type { Attack } from './attack.ts'
import { ATTACK_BUNDLES } from './attack-bundles.ts'

/** Small, so that what runs into a limit does so in seconds. */
export const ATTACK_LIMITS: BoxLimits = {
  memoryMiB: 256,
  cpuSeconds: 1.2,
  replySeconds: 6,
  processes: 32,
  tmpMiB: 8,
  outputBytes: 4 << 20,
}

export interface GradedAttack {
  report: GradeReport
  /** Of the box that used most; null where none was started or nothing measures it. */
  peakMemoryMiB: number | null
}

/** A solution's whole way through the grader, with the limits of the attacks. */
export async function gradeAttack(
  box: Box,
  trainer: () => Promise<Trainer>,
  { kind, source }: Pick<Attack, 'kind' | 'source'>,
): Promise<GradedAttack> {
  const started: RunningBox[] = []
  const { report } = await gradeSolution({
    bundle: ATTACK_BUNDLES[kind],
    source,
    box: {
      ...box,
      start: async () => {
        const running = await box.start(ATTACK_LIMITS)
        started.push(running)
        return running
      },
    },
    trainer,
    now: () => new Date(),
    onEvent: () => {},
  })
  const used = await Promise.all(started.map((running) => running.usage()))
  const peaks = used.flatMap(({ peakMemoryMiB }) => peakMemoryMiB ?? [])
  return { report, peakMemoryMiB: peaks.length > 0 ? Math.max(...peaks) : null }
}
