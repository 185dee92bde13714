import { availableParallelism } from 'node:os'
import type { EngineProfile } from '#lib/contract/engine-profile.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { Box } from '../box/box.ts'
import { chooseBox } from '../box/choose-box.ts'
import { sweepBoxes } from '../box/sweep.ts'
import { GraderFault } from '../grading/grader-fault.ts'
import { startTrainer } from '../trainer/start-trainer.ts'
import type { Trainer } from '../trainer/trainer.ts'

/**
 * The box for learner code here. What a killed worker left is swept first.
 * @throws GraderFault with the reasons where no box can run: grading is then refused, not done without one
 */
export async function openBoxes(): Promise<Box> {
  await sweepBoxes()
  const choice = await chooseBox(env().GRADUS_BOX)
  if (choice.ok) return choice.box
  throw new GraderFault(
    `no box for learner code can run here, so nothing is graded.\n${choice.reasons.map((reason) => `  ${reason}`).join('\n')}\n  \`npx gradus doctor\` says how to mend it.`,
    false,
  )
}

/**
 * The engine profile of this installation, which is written into the provenance: kernels decide the order of additions
 * and with it the last bits of every weight.
 */
export function engineProfile(): EngineProfile {
  const { GRADUS_THREADS, GRADUS_ONEDNN } = env()
  return { threads: GRADUS_THREADS ?? Math.min(2, availableParallelism()), oneDnn: GRADUS_ONEDNN }
}

export async function startDefaultTrainer(): Promise<Trainer> {
  const { GRADUS_TRAINER_BOX: box, GRADUS_TRAINER_MEMORY_MIB: memoryMiB } = env()
  const trainer = await startTrainer(engineProfile(), { box, memoryMiB })
  if (lacksOneDnn(trainer))
    log('trainer').warn({ asked: engineProfile().oneDnn, engine: trainer.engine }, "no kernels of oneDNN's: slower")
  return trainer
}

/** A GPU has kernels of its own. */
export const lacksOneDnn = ({ engine }: Trainer): boolean =>
  engine.device === 'cpu' && engine.oneDnn !== engineProfile().oneDnn
