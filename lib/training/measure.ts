import type { MetricName } from '../domain/metric.ts'

export type TrainingMetric = Exclude<MetricName, 'cases'>

/** The metric of predictions [rows, outputs] against labels [rows] (class indices or real targets). */
export function measure(metric: TrainingMetric, predictions: Float32Array, labels: Float32Array): number {
  const width = predictions.length / labels.length
  switch (metric) {
    case 'rmse': {
      let squares = 0
      for (let i = 0; i < labels.length; i++) squares += ((predictions[i] as number) - (labels[i] as number)) ** 2
      return Math.sqrt(squares / labels.length)
    }
    case 'accuracy': {
      let right = 0
      for (let i = 0; i < labels.length; i++) if (predictedClass(predictions, i, width) === labels[i]) right++
      return right / labels.length
    }
    case 'macroF1':
      return macroF1(predictions, labels, width)
    default:
      return metric satisfies never
  }
}

/** The class a row of outputs stands for: the largest, or, for one output, whether it is above one half. */
function predictedClass(predictions: Float32Array, row: number, width: number): number {
  if (width === 1) return (predictions[row] as number) > 0.5 ? 1 : 0
  let best = 0
  for (let k = 1; k < width; k++)
    if ((predictions[row * width + k] as number) > (predictions[row * width + best] as number)) best = k
  return best
}

/** Mean F1 over the classes that occur among labels or predictions; a class never predicted rightly counts 0. */
function macroF1(predictions: Float32Array, labels: Float32Array, width: number): number {
  const classes = new Map<number, { hit: number; predicted: number; actual: number }>()
  const of = (label: number) => {
    const known = classes.get(label) ?? { hit: 0, predicted: 0, actual: 0 }
    classes.set(label, known)
    return known
  }
  for (let i = 0; i < labels.length; i++) {
    const guess = predictedClass(predictions, i, width)
    const truth = labels[i] as number
    of(guess).predicted++
    of(truth).actual++
    if (guess === truth) of(truth).hit++
  }
  let total = 0
  for (const { hit, predicted, actual } of classes.values()) total += (2 * hit) / (predicted + actual)
  return total / classes.size
}
