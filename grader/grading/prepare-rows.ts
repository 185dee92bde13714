import type { ContextData } from '#lib/contract/learner-protocol.ts'
import { joinRows, type Rows, sliceRows } from '#lib/contract/rows.ts'
import type { Transpiled } from '#lib/learner/transpile-rules.ts'
import type { LearnerSession } from '../learner/learner-session.ts'
import { maxRelativeDifference } from './column-stats.ts'
import type { GradingRun } from './grading-run.ts'
import { datasetOf, isLocked, type PreparedSplits, SHAPE_ROWS, starterParts, starterTopology } from './locked-parts.ts'
import { prepareHidden } from './prepare-hidden.ts'
import { RunStopped } from './run-stopped.ts'

export interface BuiltSolution extends PreparedSplits {
  topology: string
  plan: unknown
  /** See `maxRelativeDifference`; 0 where the learner can't change `prepare`. */
  rowwiseDifference: number
}

/** Public rows that are asked for once more, one at a time. */
const LONE_ROWS = 6

/**
 * Runs the learner's slots and prepares every split. What the exercise locks comes from a box of the starter's alone, and
 * then hidden rows never meet the learner's code. The learner's box has done its work afterwards.
 */
export async function buildAndPrepare(
  run: GradingRun,
  solution: Transpiled,
  session: LearnerSession,
  context: ContextData,
  sourceHash: string,
): Promise<BuiltSolution> {
  const { slots } = run.exercise
  const { train } = datasetOf(run).splits
  const [preparesAlike, modelsAlike, trainsAlike] = (['prepare', 'buildModel', 'training'] as const).map((slot) =>
    isLocked(slots, slot),
  )
  const rows = preparesAlike ? SHAPE_ROWS : (train.x.shape[0] as number)
  const built = await session.build(sliceRows(train.x, 0, rows), sliceRows(train.y, 0, rows))
  if (!built.ok) throw run.stopped(built, solution)

  const locked = preparesAlike || trainsAlike ? await starterParts(run, context) : null
  const prepared = locked?.splits
    ? { ...locked.splits, rowwiseDifference: 0 }
    : await prepareByLearner(run, solution, session, built.rows, sourceHash)
  let { topology } = built
  if (modelsAlike) topology = locked?.splits ? locked.topology : await starterTopology(run, context, built.rows)
  return { ...prepared, topology, plan: trainsAlike && locked ? locked.plan : built.plan }
}

async function prepareByLearner(
  run: GradingRun,
  solution: Transpiled,
  session: LearnerSession,
  train: Rows,
  sourceHash: string,
): Promise<PreparedSplits & { rowwiseDifference: number }> {
  const { splits, published } = datasetOf(run)
  const transform = async (hidden: Rows): Promise<Rows> => {
    const transformed = await session.transform(hidden)
    if (!transformed.ok) throw run.stopped(transformed, solution)
    return transformed.rows
  }
  const hidden = joinRows(splits.public.x, splits.private.x)
  const hashes = { datasetHash: published.hash, sourceHash }
  const prepared = await prepareHidden(hidden, train.shape.slice(1), hashes, transform)
  if (prepared === 'shape')
    throw new RunStopped({
      kind: 'invalid_output',
      message: 'The function that `prepare` returned gives some rows another shape than the training rows.',
      hint: 'It must treat every row the same way, whatever rows stand beside it.',
    })
  const count = splits.public.x.shape[0] as number
  const open = sliceRows(prepared, 0, count)
  return {
    train,
    public: open,
    private: sliceRows(prepared, count, prepared.shape[0] as number),
    rowwiseDifference: await loneRowsDifference(splits.public.x, open, transform),
  }
}

async function loneRowsDifference(
  raw: Rows,
  prepared: Rows,
  transform: (rows: Rows) => Promise<Rows>,
): Promise<number> {
  let worst = 0
  for (let row = 0; row < Math.min(LONE_ROWS, raw.shape[0] as number); row++) {
    const alone = await transform(sliceRows(raw, row, row + 1))
    worst = Math.max(worst, maxRelativeDifference(sliceRows(prepared, row, row + 1), alone))
  }
  return worst
}
