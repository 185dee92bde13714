import { normal, seededRandom } from '#lib/training/seeded-random.ts'

/** What a model that is good but not perfect says of each row: between 0 and 1. */
export interface Scored {
  score: number
  positive: boolean
}

export const ROWS = 2000

/** Rows with the given share of positives, whose scores lie higher, though not all of them. */
export function drawScores(positives: number): Scored[] {
  const random = seededRandom(61, 'threshold')
  const count = Math.max(1, Math.round(ROWS * positives))
  return Array.from({ length: ROWS }, (_, i) => {
    const positive = i < count
    const evidence = (positive ? 1.1 : -2.1) + 1.25 * normal(random)
    return { score: 1 / (1 + Math.exp(-evidence)), positive }
  })
}

export interface Confusion {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  trueNegatives: number
}

/** Everything from the threshold up is called positive. */
export function confusionAt(rows: readonly Scored[], threshold: number): Confusion {
  const confusion = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }
  for (const { score, positive } of rows) {
    if (score >= threshold) confusion[positive ? 'truePositives' : 'falsePositives'] += 1
    else confusion[positive ? 'falseNegatives' : 'trueNegatives'] += 1
  }
  return confusion
}

export interface Rates {
  /** Of those called positive, the share that is; null where none is called so. */
  precision: number | null
  /** Of those that are positive, the share called so. */
  recall: number
  f1: number
  accuracy: number
}

export function ratesOf({
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
  trueNegatives: tn,
}: Confusion): Rates {
  return {
    precision: tp + fp === 0 ? null : tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
    accuracy: (tp + tn) / (tp + fp + fn + tn),
  }
}

export const BINS = 40

/** Share of its class that falls into each bin of scores. */
export function histogramOf(rows: readonly Scored[], positive: boolean): number[] {
  const own = rows.filter((row) => row.positive === positive)
  const bins = Array.from({ length: BINS }, () => 0)
  for (const { score } of own) {
    const at = Math.min(BINS - 1, Math.floor(score * BINS))
    bins[at] = (bins[at] ?? 0) + 1 / own.length
  }
  return bins
}

/** Precision against recall over all thresholds from high to low. */
export function precisionRecallOf(
  rows: readonly Scored[],
): { threshold: number; precision: number; recall: number; f1: number }[] {
  return Array.from({ length: 99 }, (_, i) => 0.99 - i * 0.01).flatMap((threshold) => {
    const { precision, recall, f1 } = ratesOf(confusionAt(rows, threshold))
    return precision === null ? [] : [{ threshold, precision, recall, f1 }]
  })
}
