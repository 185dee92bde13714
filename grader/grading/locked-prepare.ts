import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import type { ContextData } from '#lib/contract/learner-protocol.ts'
import type { Rows } from '#lib/contract/rows.ts'
import { compileStarter, type GradingRun } from './grading-run.ts'
import { RunStopped } from './run-stopped.ts'

export interface PreparedSplits {
  train: Rows
  public: Rows
  private: Rows
}

/** Preparations that no learner can change are the same for every run of a bundle: made once in a worker's life. */
const known = new WeakMap<Bundle, Promise<PreparedSplits>>()

/**
 * The splits through the starter's own `prepare`, in a box where no learner's code ever was: hidden rows of an exercise
 * that locks `prepare` never meet the learner's code.
 */
export function prepareLocked(run: GradingRun, context: ContextData): Promise<PreparedSplits> {
  const { bundle } = run.input
  const made = known.get(bundle)
  if (made) return made
  const making = prepare(run, context)
  known.set(bundle, making)
  making.catch(() => known.delete(bundle))
  return making
}

async function prepare(run: GradingRun, context: ContextData): Promise<PreparedSplits> {
  const { dataset, exercise } = run.input.bundle
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  const { splits } = dataset
  try {
    const { session } = await run.openBox(await compileStarter(run.input.bundle), context)
    const built = await session.build(splits.train.x, splits.train.y)
    if (!built.ok) throw new Error(built.message)
    const transform = async (rows: Rows) => {
      const transformed = await session.transform(rows)
      if (!transformed.ok) throw new Error(transformed.message)
      return transformed.rows
    }
    return { train: built.rows, public: await transform(splits.public.x), private: await transform(splits.private.x) }
  } catch (error) {
    // The starter failed, not the learner.
    if (error instanceof RunStopped || error instanceof Error)
      throw new Error(`${exercise.slug}: the starter's prepare failed: ${error.message}`, { cause: error })
    throw error
  }
}
