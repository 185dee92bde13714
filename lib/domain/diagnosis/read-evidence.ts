import { lowerIsBetter, reaches } from '../metric.ts'
import type { CurvePoint, Evidence, PlanFacts } from './evidence.ts'

/** Three figures, as a person would write them. */
export const short = (value: number): string =>
  Math.abs(value) < 1e6 ? String(Number(value.toPrecision(3))) : value.toExponential(1)
export const percent = (share: number): string => `${short(100 * share)} %`

/** As it stands in a sentence. */
export const METRIC_NAMES: Record<Evidence['exercise']['metric'], string> = {
  accuracy: 'accuracy',
  macroF1: 'macro-F1',
  rmse: 'root mean squared error',
}

/** True where the public rows are below the pass bar, or nothing could be predicted. */
export const belowPass = ({ exercise, publicMetric }: Evidence): boolean =>
  publicMetric === null || !reaches(exercise.metric, publicMetric, exercise.passBar)

/** Fewer rows may all be of one class by chance. */
const ROWS_TO_TELL = 20

/** The one class that every public row was taken for; null where there are two, or too few rows to tell. */
export function onlyAnswer({ confusion, labels }: Evidence): { name: string; rows: number; right: number } | null {
  if (!confusion || labels.kind !== 'classes') return null
  const totals = labels.names.map((_, label) => confusion.reduce((sum, truth) => sum + (truth[label] ?? 0), 0))
  const rows = totals.reduce((sum, count) => sum + count, 0)
  const only = totals.indexOf(rows)
  const name = labels.names[only]
  return name === undefined || rows < ROWS_TO_TELL ? null : { name, rows, right: confusion[only]?.[only] ?? 0 }
}

/** The epoch whose weights were kept. Null before the first whole epoch. */
export function keptPoint({ curve, training }: Evidence): CurvePoint | null {
  const kept = training.restoredBest ? curve.find(({ epoch }) => epoch === training.bestEpoch) : undefined
  return kept ?? curve.at(-1) ?? null
}

/**
 * How much better `to` is than `from`, in the metric's unit; below 0 where it is worse. Null when one is missing.
 */
export function ahead(evidence: Evidence, from: number | null, to: number | null): number | null {
  if (from === null || to === null) return null
  return lowerIsBetter(evidence.exercise.metric) ? from - to : to - from
}

/**
 * True where what is missing to the pass bar is missing on the rows the model was trained on: it is below the bar there,
 * and no further ahead of the public rows than that. Then the model has not learned enough; else it does not carry over.
 */
export function shortOnTraining(evidence: Evidence): boolean {
  const train = keptPoint(evidence)?.metric ?? null
  const missing = ahead(evidence, train, evidence.exercise.passBar)
  const gap = ahead(evidence, evidence.publicMetric, train)
  return missing !== null && gap !== null && missing > 0 && gap <= missing
}

/**
 * By what share the loss still fell over the last fifth of the epochs run (of the validation rows where there are any);
 * null with fewer than two epochs.
 */
export function lateFall({ curve }: Evidence): number | null {
  const last = curve.at(-1)
  if (!last) return null
  const before = curve.findLast(({ epoch }) => epoch < last.epoch && epoch <= 0.8 * last.epoch) ?? curve.at(-2)
  const [from, to] = [before && lossOf(before), lossOf(last)]
  return from && to !== null ? (from - to) / from : null
}

const lossOf = ({ loss, valLoss }: CurvePoint): number | null => valLoss ?? loss

/** Losses of the training rows, as far as they are numbers. */
export const losses = ({ curve }: Evidence): number[] => curve.flatMap(({ loss }) => loss ?? [])

/**
 * The loss of a model that has learned the labels and nothing of the inputs: it gives every row the same, best answer.
 * Cross-entropy: -Σ m_k ln(m_k / Σ m), with m_k the share of class k times its weight; squared error: the variance.
 * Null for other losses.
 */
export function ignorantLoss({ labels, plan }: Evidence): number | null {
  if (labels.kind === 'numbers') {
    if (plan.loss !== 'meanSquaredError') return null
    return plan.scaleTarget ? 1 : labels.sd ** 2
  }
  const fits = labels.shares.length === 2 ? /^(binary|categorical)Crossentropy$/ : /^categoricalCrossentropy$/
  if (!fits.test(plan.loss)) return null
  const { classWeight } = plan
  const masses = labels.shares.map((share, label) => {
    if (classWeight === 'balanced') return 1 / labels.shares.length
    return share * (classWeight?.[String(label)] ?? 1)
  })
  const total = masses.reduce((sum, mass) => sum + mass, 0)
  return masses.reduce((sum, mass) => (mass > 0 ? sum - mass * Math.log(mass / total) : sum), 0)
}

export const peakRate = ({ learningRates }: PlanFacts): number => Math.max(...learningRates)

/** Learning rates at which an optimiser is surely slow, or surely wild, on inputs near 1; between them lies the usual. */
export function usualRates(optimizer: string): { slow: number; wild: number } {
  if (optimizer === 'sgd') return { slow: 0.01, wild: 1 }
  if (optimizer === 'momentum') return { slow: 0.001, wild: 0.1 }
  return { slow: 0.001, wild: 0.03 }
}

/** A prepared column is far from the size that networks start from. */
export const isFarFromOne = ({ mean, sd }: { mean: number; sd: number }): boolean => Math.abs(mean) > 10 || sd > 10

const READS_IDS = 'Embedding'
/** Token ids are names, not sizes. */
export const readsIds = ({ layers }: Evidence): boolean => layers.some(({ className }) => className === READS_IDS)

export const inputsAreNearOne = (evidence: Evidence): boolean =>
  readsIds(evidence) || !evidence.rows.columns.some(isFarFromOne)
