import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import type { ModelExercise } from '#lib/contract/exercise.ts'
import type { TrainingPlan } from '#lib/contract/plan.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import type { Topology } from '#lib/contract/topology.ts'
import type { Evidence, LabelFacts } from '#lib/domain/diagnosis/evidence.ts'
import { classNames } from './class-names.ts'
import { columnStats } from './column-stats.ts'
import type { BuiltSolution } from './prepare-rows.ts'

interface Trained extends Pick<Evidence['training'], 'epochsRun' | 'bestEpoch' | 'restoredBest' | 'steps'> {
  outcome: Evidence['outcome']
}

/** What diagnoses may rest on, as it stands after training; private rows are not in it. */
export function gatherEvidence(
  exercise: ModelExercise,
  { card, splits }: Pick<NonNullable<Bundle['dataset']>, 'card' | 'splits'>,
  built: Pick<BuiltSolution, 'train' | 'rowwiseDifference'>,
  { layers }: Pick<Topology, 'layers'>,
  plan: TrainingPlan,
  { outcome, epochsRun, bestEpoch, restoredBest, steps }: Trained,
  curve: EpochPoint[],
): Evidence {
  const { slug, metric, passBar, fullBar, mistake, slots, limits } = exercise
  const isTheirs = (slot: keyof typeof slots) => slots[slot] === 'write' || slots[slot] === 'open'
  const columns = columnStats(built.train)
  return {
    exercise: {
      slug,
      metric,
      passBar,
      fullBar,
      maxEpochs: limits.maxEpochs ?? null,
      minParams: limits.minParams,
      mistake,
    },
    writable: {
      prepare: isTheirs('prepare'),
      buildModel: isTheirs('buildModel'),
      training: isTheirs('training'),
    },
    rows: {
      shape: built.train.shape.slice(1),
      train: splits.train.y.data.length,
      public: splits.public.y.data.length,
      columns,
      columnNames: columns.length === card.features.length ? card.features.map(({ name }) => name) : null,
      rowwiseDifference: built.rowwiseDifference,
    },
    labels: labelFacts(card, splits.train.y.data),
    layers,
    plan,
    outcome,
    training: { epochsRun, bestEpoch, restoredBest, steps },
    curve,
    publicMetric: null,
    confusion: null,
    failedChecks: [],
  }
}

function labelFacts(card: NonNullable<Bundle['dataset']>['card'], labels: Float32Array): LabelFacts {
  const names = classNames(card)
  if (names) {
    const counts = new Array<number>(names.length).fill(0)
    for (const label of labels) counts[label] = (counts[label] ?? 0) + 1
    return { kind: 'classes', names, shares: counts.map((count) => count / labels.length) }
  }
  const [stats] = columnStats({ shape: [labels.length, 1], data: labels })
  if (!stats) throw new RangeError('no labels')
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const label of labels) {
    min = Math.min(min, label)
    max = Math.max(max, label)
  }
  return { kind: 'numbers', ...stats, min, max }
}
