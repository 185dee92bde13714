import type { MetricName } from './metric.ts'
import { predictedClasses } from './predictions.ts'

/** Share of rows whose class is right. */
export function accuracy(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  checkLengths(truth, predicted)
  let right = 0
  for (let i = 0; i < truth.length; i++) if (truth[i] === predicted[i]) right++
  return right / truth.length
}

/**
 * Mean over classes of F1 = 2·TP / (2·TP + FP + FN), as scikit-learn's `f1_score(average='macro', zero_division=0)`:
 * a class counts when it occurs in the truth or in the predictions; one that was never found counts 0.
 */
export function macroF1(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  checkLengths(truth, predicted)
  const classes = new Map<number, { truePositive: number; wrong: number }>()
  const of = (label: number) => {
    const known = classes.get(label)
    if (known) return known
    const fresh = { truePositive: 0, wrong: 0 }
    classes.set(label, fresh)
    return fresh
  }
  for (let i = 0; i < truth.length; i++) {
    const t = truth[i] as number
    const p = predicted[i] as number
    if (t === p) of(t).truePositive++
    else {
      of(t).wrong++
      of(p).wrong++
    }
  }
  let sum = 0
  for (const { truePositive, wrong } of classes.values()) sum += (2 * truePositive) / (2 * truePositive + wrong)
  return sum / classes.size
}

/** Root of the mean squared difference, in the target's own unit. */
export function rmse(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  checkLengths(truth, predicted)
  let sum = 0
  for (let i = 0; i < truth.length; i++) sum += ((truth[i] as number) - (predicted[i] as number)) ** 2
  return Math.sqrt(sum / truth.length)
}

/**
 * The metric of a model's raw output.
 * @param outputs numbers a row in `predicted`, which is row-major; `truth` holds class indices or targets
 */
export function measureMetric(
  metric: Exclude<MetricName, 'cases'>,
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  outputs: number,
): number {
  switch (metric) {
    case 'accuracy':
      return accuracy(truth, predictedClasses(predicted, outputs))
    case 'macroF1':
      return macroF1(truth, predictedClasses(predicted, outputs))
    case 'rmse':
      return rmse(truth, predicted)
    default:
      return metric satisfies never
  }
}

function checkLengths(truth: ArrayLike<number>, predicted: ArrayLike<number>): void {
  if (truth.length === 0) throw new RangeError('no rows to measure')
  if (truth.length !== predicted.length)
    throw new RangeError(`${predicted.length} predictions for ${truth.length} rows`)
}
