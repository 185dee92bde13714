import { type Baselines, CLASSICAL_MODELS, type ClassicalModel, RECIPE } from '../contract/baselines.ts'
import type { Dataset, SplitName } from '../contract/dataset.ts'
import type { Rows } from '../contract/rows.ts'
import type { MetricName } from '../domain/metric.ts'
import { accuracy, macroF1, rmse } from '../domain/metrics.ts'
import type { Design, Predict } from './design.ts'
import { chooseEncoding } from './encode-rows.ts'
import { fitConstant } from './fit-constant.ts'
import { columnsTried, fitForest } from './fit-forest.ts'
import { fitLinear } from './fit-linear.ts'
import { fitLogistic } from './fit-logistic.ts'
import { fitNeighbours } from './fit-neighbours.ts'

type Metric = Exclude<MetricName, 'cases'>

export interface BaselineInput {
  card: Pick<Dataset, 'task' | 'outputs' | 'shape' | 'vocabSize' | 'ordered'>
  datasetHash: string
  metric: Metric
  /** Training rows as the exercise hands them out. */
  splits: Record<SplitName, { x: Rows; y: Rows }>
}

/** The same seed for everybody: a baseline is a property of the rows. */
const SEED = 1

/**
 * Trains each classical model on the training rows and scores it on the hidden ones, by the exercise's metric. Where all
 * rows would take too long, the first so many are taken (they lie in keyed order; of a series the last), and the result says
 * so.
 */
export function measureBaselines({ card, datasetHash, metric, splits }: BaselineInput): Baselines {
  const classes = card.task === 'binary' ? 2 : card.task === 'multiclass' ? card.outputs : null
  const { about, encode } = chooseEncoding(card, splits.train.x)
  const train = encode(splits.train.x)
  const targets = [...splits.train.y.data]
  const hidden = { public: encode(splits.public.x), private: encode(splits.private.x) }
  const size: Size = {
    columns: train.columns,
    classes,
    scored: hidden.public.rows.length + hidden.private.rows.length,
  }
  const models = CLASSICAL_MODELS.map((model) => {
    const fittedRows = Math.min(train.rows.length, rowsWithin(model, size))
    const from = card.ordered ? targets.length - fittedRows : 0
    const design = { columns: train.columns, rows: train.rows.slice(from, from + fittedRows) }
    const predict = fit(model, design, targets.slice(from, from + fittedRows), classes)
    const score = (split: 'public' | 'private') =>
      scoreOf(metric, splits[split].y.data, hidden[split].rows.map(predict))
    return {
      model,
      name: nameOf(model, classes),
      encoding: model === 'constant' ? null : about,
      fittedRows,
      public: score('public'),
      private: score('private'),
    }
  })
  return { key: { datasetHash, metric, trainRows: targets.length, recipe: RECIPE }, models }
}

interface Size {
  columns: number
  classes: number | null
  scored: number
}

/** Training rows for which a model stays within a few seconds of one processor. */
export function rowsWithin(model: ClassicalModel, { columns, classes, scored }: Size): number {
  switch (model) {
    case 'constant':
      return Number.POSITIVE_INFINITY
    case 'linear':
      return Math.floor(classes === null ? 5e8 / columns ** 2 : 8e6 / (columns * classes))
    case 'neighbours':
      return Math.floor(1e9 / (columns * scored))
    case 'forest':
      return Math.floor(1.5e5 / columnsTried(columns, classes))
    default:
      return model satisfies never
  }
}

function fit(model: ClassicalModel, design: Design, targets: number[], classes: number | null): Predict {
  switch (model) {
    case 'constant':
      return fitConstant(targets, classes)
    case 'linear':
      return classes === null ? fitLinear(design, targets) : fitLogistic(design, targets, classes)
    case 'neighbours':
      return fitNeighbours(design, targets, classes)
    case 'forest':
      return fitForest(design, targets, classes, SEED)
    default:
      return model satisfies never
  }
}

function nameOf(model: ClassicalModel, classes: number | null): string {
  switch (model) {
    case 'constant':
      return classes === null ? 'mean of the targets' : 'majority class'
    case 'linear':
      return classes === null ? 'linear regression' : 'logistic regression'
    case 'neighbours':
      return 'nearest neighbours'
    case 'forest':
      return 'random forest'
    default:
      return model satisfies never
  }
}

function scoreOf(metric: Metric, truth: ArrayLike<number>, predicted: number[]): number {
  switch (metric) {
    case 'accuracy':
      return accuracy(truth, predicted)
    case 'macroF1':
      return macroF1(truth, predicted)
    case 'rmse':
      return rmse(truth, predicted)
    default:
      return metric satisfies never
  }
}
