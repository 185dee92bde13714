import type { ContextData } from '#lib/contract/learner-protocol.ts'
import { type Rows, sliceRows } from '#lib/contract/rows.ts'
import type { LearnerSession } from '../learner/learner-session.ts'
import type { Transpiled } from '../learner/transpile.ts'
import { maxRelativeDifference } from './column-stats.ts'
import type { GradingRun } from './grading-run.ts'
import { type PreparedSplits, prepareLocked } from './locked-prepare.ts'
import { prepareHidden } from './prepare-hidden.ts'
import { RunStopped } from './run-stopped.ts'

export interface BuiltSolution extends PreparedSplits {
  topology: string
  plan: unknown
  /** See `maxRelativeDifference`; 0 where the learner can't change `prepare`. */
  rowwiseDifference: number
}

/** A locked `prepare` needs no more rows in the learner's box than it takes to see the shape that comes out. */
const SHAPE_ROWS = 8
/** Public rows that are asked for once more, one at a time. */
const LONE_ROWS = 6

/** Runs the learner's slots and prepares every split. The learner's box has done its work afterwards. */
export async function buildAndPrepare(
  run: GradingRun,
  solution: Transpiled,
  session: LearnerSession,
  context: ContextData,
  sourceHash: string,
): Promise<BuiltSolution> {
  const { dataset, exercise } = run.input.bundle
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  const { train } = dataset.splits
  const theirs = exercise.slots.prepare === 'write' || exercise.slots.prepare === 'open'

  const rows = theirs ? (train.x.shape[0] as number) : SHAPE_ROWS
  const built = await session.build(sliceRows(train.x, 0, rows), sliceRows(train.y, 0, rows))
  if (!built.ok) throw run.stopped(built, solution)
  const { topology, plan } = built
  if (!theirs) return { ...(await prepareLocked(run, context)), topology, plan, rowwiseDifference: 0 }

  const transform = async (hidden: Rows): Promise<Rows> => {
    const transformed = await session.transform(hidden)
    if (!transformed.ok) throw run.stopped(transformed, solution)
    return transformed.rows
  }
  const hidden = joinRows(dataset.splits.public.x, dataset.splits.private.x)
  const rowShape = built.rows.shape.slice(1)
  const hashes = { datasetHash: dataset.published.hash, sourceHash }
  const prepared = await prepareHidden(hidden, rowShape, hashes, transform)
  if (prepared === 'shape' || prepared === null)
    throw new RunStopped({
      kind: 'invalid_output',
      message: 'The function that `prepare` returned gives some rows another shape than the training rows.',
      hint: 'It must treat every row the same way, whatever rows stand beside it.',
    })
  const count = dataset.splits.public.x.shape[0] as number
  const open = sliceRows(prepared, 0, count)
  return {
    topology,
    plan,
    train: built.rows,
    public: open,
    private: sliceRows(prepared, count, prepared.shape[0] as number),
    rowwiseDifference: await loneRowsDifference(dataset.splits.public.x, open, transform),
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

function joinRows(a: Rows, b: Rows): Rows {
  const data = new Float32Array(a.data.length + b.data.length)
  data.set(a.data)
  data.set(b.data, a.data.length)
  return { shape: [(a.shape[0] as number) + (b.shape[0] as number), ...a.shape.slice(1)], data }
}
