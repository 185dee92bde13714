import { FrozenExercise } from '../catalogue/frozen-exercise.ts'
import { runSeed } from '../catalogue/run-seed.ts'
import { type TrainBlock, trainBlocks } from '../catalogue/train-blocks.ts'
import { contextOf } from '../contract/context-of.ts'
import type { Dataset } from '../contract/dataset.ts'
import { DatasetPicture } from '../contract/dataset-picture.ts'
import type { Case, Exercise, Limits, Task } from '../contract/exercise.ts'
import type { ContextData } from '../contract/learner-protocol.ts'
import { SLOTS, type SlotMode, type SlotName, type Slots } from '../contract/slots.ts'
import type { Db } from '../db.ts'
import { type Bars, barsOf } from '../domain/bars.ts'
import { isRevealed } from '../domain/disclosure.ts'
import type { MetricName } from '../domain/metric.ts'
import { type OpeningState, openingState } from '../domain/opening.ts'
import { readBaselines } from './read-baselines.ts'

export interface ExercisePage {
  assignment: {
    id: string
    slug: string
    opensAt: Date
    dueAt: Date
    closesAt: Date
    opening: OpeningState
    maxPoints: number
    /** Share of the points lost for each started day after `dueAt`. */
    latePenaltyPerDay: number
    attemptsPerDay: number
    requiresGpu: boolean
    revealed: boolean
  }
  exercise: {
    kind: Exercise['kind']
    title: string
    objective: string
    minutes: number
    module: number
    bars: Bars
    limits: Limits
    /** The slots that play a part, in the contract's order. */
    slots: { name: SlotName; mode: Exclude<SlotMode, '-'> }[]
    checks: { id: string; what: string; points: number; must: boolean }[]
    hints: string[]
    readme: string
    starter: string
    trainRows: number | null
    visibleCases: Case[]
    hiddenCases: number
  }
  dataset: Dataset | null
  /** Of the dataset; null where there is none. */
  picture: DatasetPicture | null
  /** What a run in the learner's own browser needs besides the source. */
  browser: BrowserPlan
  draft: { source: string; savedAt: Date } | null
}

/** Everything the grader trains by, short of what is hidden. */
export interface BrowserPlan {
  slots: Slots
  context: ContextData
  seed: number
  /** Null for a by-hand exercise. */
  training: {
    task: Exclude<Task, 'functions'>
    outputs: number
    ordered: boolean
    metric: Exclude<MetricName, 'cases'>
    x: TrainBlock
    y: TrainBlock
  } | null
}

interface Input {
  courseId: string
  slug: string
  /** Null for somebody who may look but has nothing of their own here. */
  enrolmentId: string | null
  now: Date
}

/** Everything of one exercise but what was handed in. Null when the course has no such exercise. */
export async function readExercisePage(db: Db, input: Input): Promise<ExercisePage | null> {
  const { courseId, slug, now } = input
  const assignment = await db.assignment.findUnique({
    where: { courseId_slug: { courseId, slug } },
    include: { exerciseVersion: { select: { bundle: true, dataset: { select: { picture: true } } } } },
  })
  if (!assignment) return null
  const key = { enrolmentId: input.enrolmentId ?? '', assignmentId: assignment.id }
  const draft = await db.draft.findUnique({ where: { enrolmentId_assignmentId: key } })
  const frozen = FrozenExercise.parse(assignment.exerciseVersion.bundle)
  const { exercise, readme, starter, dataset, cases } = frozen
  const revealed = isRevealed(assignment, now)
  return {
    assignment: {
      id: assignment.id,
      slug,
      opensAt: assignment.opensAt,
      dueAt: assignment.dueAt,
      closesAt: assignment.closesAt,
      opening: openingState(assignment, now),
      maxPoints: assignment.maxPoints,
      latePenaltyPerDay: assignment.latePenaltyPerDay,
      attemptsPerDay: assignment.attemptsPerDay,
      requiresGpu: assignment.requiresGpu,
      revealed,
    },
    exercise: {
      kind: exercise.kind,
      title: exercise.title,
      objective: exercise.objective,
      minutes: exercise.minutes,
      module: exercise.module,
      // A run shows its public score: baselines stand beside it on the same rows.
      bars: { ...barsOf(exercise), classical: await readBaselines(db, { frozen, split: 'public' }) },
      limits: exercise.limits,
      slots: SLOTS.flatMap((name) => {
        const mode = exercise.slots[name]
        return mode === '-' ? [] : [{ name, mode }]
      }),
      checks: exercise.checks.map(({ id, what, points, level }) => ({ id, what, points, must: level === 'must' })),
      hints: exercise.hints,
      readme,
      starter,
      trainRows: exercise.kind === 'model' ? (exercise.trainRows ?? dataset?.card.split.train ?? null) : null,
      visibleCases: cases?.visible ?? [],
      hiddenCases: exercise.kind === 'functions' ? exercise.hiddenCases : 0,
    },
    dataset: dataset?.card ?? null,
    picture: DatasetPicture.nullable().parse(assignment.exerciseVersion.dataset?.picture ?? null),
    browser: browserPlan(exercise, dataset),
    draft: draft && { source: draft.source, savedAt: draft.updatedAt },
  }
}

function browserPlan(exercise: Exercise, dataset: FrozenExercise['dataset']): BrowserPlan {
  const blocks = dataset && trainBlocks(exercise, dataset.published)
  return {
    slots: exercise.slots,
    context: contextOf(exercise, dataset?.card ?? null, blocks?.x.shape[0] ?? 0),
    seed: runSeed(exercise),
    training:
      exercise.kind === 'model' && dataset && blocks
        ? {
            task: exercise.task,
            outputs: dataset.card.outputs,
            ordered: dataset.card.ordered,
            metric: exercise.metric,
            ...blocks,
          }
        : null,
  }
}
