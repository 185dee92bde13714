import type { Box, BoxLimits } from '#grader/box/box.ts'
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

/** A solution's whole way through the grader, with the limits of the attacks. */
export async function gradeAttack(
  box: Box,
  trainer: () => Promise<Trainer>,
  { kind, source }: Pick<Attack, 'kind' | 'source'>,
): Promise<GradeReport> {
  const { report } = await gradeSolution({
    bundle: ATTACK_BUNDLES[kind],
    source,
    box: { ...box, start: () => box.start(ATTACK_LIMITS) },
    trainer,
    now: () => new Date(),
    onEvent: () => {},
  })
  return report
}
