import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import type { EngineProfile } from '#lib/contract/engine-profile.ts'
import type { Box } from '../box/box.ts'
import { gradeSolution } from '../grade.ts'
import { TRAINER_LIMITS } from '../trainer/spawn-trainer.ts'
import { startTrainer } from '../trainer/start-trainer.ts'
import { median } from './distribution.ts'

export interface TrainerBoxTimes {
  trainer: 'plain' | 'boxed'
  /** Medians, milliseconds: until it is ready, and of the training of one exercise. */
  readyMs: number
  trainMs: number
}

/** A trainer as a plain process and in its box, in turns, each grading an exercise's own solution. */
export async function benchTrainerBox(
  { box, bundle, catalogue }: { box: Box; bundle: Bundle; catalogue: string },
  profile: EngineProfile,
  rounds: number,
): Promise<TrainerBoxTimes[]> {
  const source = await readFile(path.join(catalogue, 'exercises', bundle.exercise.slug, 'solution.ts'), 'utf8')
  const ways = [
    { trainer: 'plain', limits: { ...TRAINER_LIMITS, box: 'off' }, ready: [] as number[], train: [] as number[] },
    { trainer: 'boxed', limits: TRAINER_LIMITS, ready: [] as number[], train: [] as number[] },
  ] as const
  for (let round = 0; round < rounds; round++) {
    for (const { limits, trainer: name, ready, train } of ways) {
      const began = performance.now()
      const trainer = await startTrainer(profile, limits)
      ready.push(performance.now() - began)
      try {
        if (trainer.boxed !== (name === 'boxed')) throw new Error('this machine has no box for a trainer')
        const input = { bundle, source, box, trainer: async () => trainer, now: () => new Date(), onEvent: () => {} }
        const { report } = await gradeSolution(input)
        if (report.verdict !== 'scored') throw new Error(`the solution was graded ${report.verdict}`)
        train.push(report.timing.train)
      } finally {
        await trainer.stop()
      }
    }
  }
  return ways.map(({ trainer, ready, train }) => ({
    trainer,
    readyMs: Math.round(median(ready)),
    trainMs: Math.round(median(train)),
  }))
}
