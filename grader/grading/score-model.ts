import type { Bundle } from '#lib/catalogue/load-bundle.ts'
import type { ModelExercise } from '#lib/contract/exercise.ts'
import type { TrainingPlan } from '#lib/contract/plan.ts'
import type { EpochPoint } from '#lib/contract/telemetry.ts'
import type { Topology } from '#lib/contract/topology.ts'
import { rowsSumToOne } from '#lib/domain/checks/head.ts'
import { runModelChecks } from '#lib/domain/checks/run-checks.ts'
import { confusionMatrix } from '#lib/domain/confusion.ts'
import type { Evidence } from '#lib/domain/diagnosis/evidence.ts'
import { lastValues } from '#lib/domain/last-values.ts'
import { measureMetric } from '#lib/domain/metrics.ts'
import { modelMarks } from '#lib/domain/points.ts'
import { predictedClasses } from '#lib/domain/predictions.ts'
import { classNames } from './class-names.ts'
import type { Scored } from './report.ts'

export interface ModelEvidence {
  exercise: ModelExercise
  dataset: NonNullable<Bundle['dataset']>
  topology: Topology
  plan: TrainingPlan
  /** What was measured of the prepared rows. */
  rows: Pick<Evidence['rows'], 'columns' | 'columnNames' | 'rowwiseDifference'>
  params: number
  curve: readonly EpochPoint[]
  /** How far the hidden layers' answers spread before the first step. */
  startSpreads: { name: string; sd: number | null }[]
  /** Row-major, `card.outputs` numbers a row. */
  predicted: { public: Float32Array; private: Float32Array }
}

/** Marks a trained model. Private rows feed the final number alone: checks and confusion see the public ones. */
export function scoreModel(evidence: ModelEvidence): Scored {
  const { exercise, dataset, topology, plan, rows, params, curve, startSpreads, predicted } = evidence
  const { card, splits } = dataset
  const classes = classNames(card)
  const confusion = classes && {
    classes,
    counts: confusionMatrix(splits.public.y.data, predictedClasses(predicted.public, card.outputs), classes.length),
  }
  const measure = (split: 'public' | 'private') =>
    measureMetric(exercise.metric, splits[split].y.data, predicted[split], card.outputs)
  const [open, hidden] = [measure('public'), measure('private')]
  const checks = runModelChecks(exercise.checks, {
    layers: topology.layers,
    params,
    preparedColumns: rows.columns,
    columnNames: rows.columnNames,
    rowwiseDifference: rows.rowwiseDifference,
    outputs: {
      wanted: card.outputs,
      given: predicted.public.length / (splits.public.y.shape[0] as number),
      sumToOne: rowsSumToOne(predicted.public, card.outputs),
    },
    loss: { first: curve.at(0)?.loss ?? null, last: curve.at(-1)?.loss ?? null },
    publicScore: {
      metric: exercise.metric,
      value: open,
      lastValue: exercise.task === 'forecast' ? scoreOfLastValues(exercise, splits.public) : null,
    },
    augmented: (plan.augment?.length ?? 0) > 0,
    stopsEarly: plan.earlyStopping !== undefined,
    learningRates: plan.learningRates,
    losses: curve.map(({ loss }) => loss),
    gradientNorms: (curve[0]?.layers ?? []).flatMap(({ name, gradientNorm }) =>
      gradientNorm === null ? [] : [{ name, value: gradientNorm }],
    ),
    startSpreads: startSpreads.map(({ name, sd }) => ({ name, value: sd ?? Number.NaN })),
    confusion,
  })
  const bars = { ...exercise, baseline: exercise.baseline.score }
  return {
    metric: { name: exercise.metric, public: open, private: hidden },
    provisional: modelMarks(bars, open, checks),
    final: modelMarks(bars, hidden, checks),
    checks,
    confusion,
    cases: [],
  }
}

type Split = ModelEvidence['dataset']['splits']['public']

const scoreOfLastValues = ({ metric }: ModelExercise, { x, y }: Split): number =>
  measureMetric(metric, y.data, lastValues(x.data, y.data.length), 1)
