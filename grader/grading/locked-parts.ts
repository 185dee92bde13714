import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import type { ContextData } from '#lib/contract/learner-protocol.ts'
import { type Rows, sliceRows } from '#lib/contract/rows.ts'
import type { Slots } from '#lib/contract/slots.ts'
import type { LearnerOutcome, LearnerSession } from '../learner/learner-session.ts'
import { GraderFault } from './grader-fault.ts'
import { compileStarter, type GradingRun } from './grading-run.ts'
import { RunStopped } from './run-stopped.ts'

export interface PreparedSplits {
  train: Rows
  public: Rows
  private: Rows
}

/** What the starter alone makes of an exercise. */
interface StarterParts {
  /** Null where `prepare` is the learner's. */
  splits: PreparedSplits | null
  topology: string
  plan: unknown
}

/** Rows that show the shape that comes out, where the rows themselves aren't wanted. */
export const SHAPE_ROWS = 8

/** No learner can change these, so they are the same for every run of a bundle: made once in a worker's life. */
const known = new WeakMap<Bundle, Promise<StarterParts>>()

export const isLocked = (slots: Slots, slot: 'prepare' | 'buildModel' | 'training'): boolean =>
  slots[slot] === 'locked' || slots[slot] === '-'

/**
 * The parts of a run that an exercise locks, made by the starter in a box where no learner's code ever was. The learner's
 * box could forge them: whatever shares a process with their code is theirs.
 */
export function starterParts(run: GradingRun, context: ContextData): Promise<StarterParts> {
  const { bundle } = run.input
  const made = known.get(bundle)
  if (made) return made
  const making = runStarter(run, context)
  known.set(bundle, making)
  making.catch(() => known.delete(bundle))
  return making
}

async function runStarter(run: GradingRun, context: ContextData): Promise<StarterParts> {
  const { splits } = datasetOf(run)
  const locked = isLocked(run.exercise.slots, 'prepare')
  const count = locked ? (splits.train.x.shape[0] as number) : SHAPE_ROWS
  const session = await openStarter(run, context, run.exercise.slots)
  const built = ours(run, await session.build(sliceRows(splits.train.x, 0, count), sliceRows(splits.train.y, 0, count)))
  const transform = async (rows: Rows) => ours(run, await session.transform(rows)).rows
  return {
    splits: locked
      ? { train: built.rows, public: await transform(splits.public.x), private: await transform(splits.private.x) }
      : null,
    topology: built.topology,
    plan: built.plan,
  }
}

/** A locked `buildModel` on rows that the learner's own `prepare` shaped. They enter as data. */
export async function starterTopology(run: GradingRun, context: ContextData, prepared: Rows): Promise<string> {
  const slots: Slots = { ...run.exercise.slots, prepare: '-' }
  const session = await openStarter(run, { ...context, inputShape: prepared.shape.slice(1) }, slots)
  const count = Math.min(SHAPE_ROWS, prepared.shape[0] as number)
  const labels = sliceRows(datasetOf(run).splits.train.y, 0, count)
  return ours(run, await session.build(sliceRows(prepared, 0, count), labels)).topology
}

async function openStarter(run: GradingRun, context: ContextData, slots: Slots): Promise<LearnerSession> {
  try {
    // As its own solution: every slot is filled by the starter.
    return (await run.openBox(await compileStarter(run.input.bundle), context, { slots, quiet: true })).session
  } catch (error) {
    if (error instanceof RunStopped) throw starterFault(run, error.error.message)
    throw error
  }
}

/** The starter is ours: when it fails, no retry helps. */
function ours<T>(run: GradingRun, outcome: LearnerOutcome<T>): { ok: true } & T {
  if (outcome.ok) return outcome
  throw starterFault(run, outcome.message)
}

const starterFault = (run: GradingRun, message: string) =>
  new GraderFault(`${run.exercise.slug}: the starter's locked parts failed: ${message}`, false)

export function datasetOf(run: GradingRun): NonNullable<Bundle['dataset']> {
  const { dataset, exercise } = run.input.bundle
  if (!dataset) throw new Error(`${exercise.slug} has no dataset`)
  return dataset
}
