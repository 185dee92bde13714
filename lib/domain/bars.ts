import { type MetricName, reaches } from './metric.ts'

/** What a score is measured against. By-hand exercises have no baseline: every case right is full marks. */
export interface Bars {
  metric: MetricName
  baseline: number | null
  pass: number
  full: number
  /** What classical models reach on the same rows; null while that is being measured. Absent where it isn't shown. */
  classical?: readonly ClassicalScore[] | null
}

/** A classical model's score: says whether a deep net is worth it. */
export interface ClassicalScore {
  /** "random forest" */
  name: string
  /** How it was given the rows, where that isn't plain; empty where it is. */
  how: string
  score: number
}

/** The best of them, the first of equals; null where there is none. */
export const bestClassical = ({ metric, classical }: Pick<Bars, 'metric' | 'classical'>): ClassicalScore | null =>
  (classical ?? []).reduce<ClassicalScore | null>(
    (best, one) => (best && reaches(metric, best.score, one.score) ? best : one),
    null,
  )

type Scored =
  | { kind: 'model'; metric: MetricName; baseline: { score: number }; passBar: number; fullBar: number }
  | { kind: 'functions'; metric: MetricName; passBar: number }

export const barsOf = (exercise: Scored): Bars =>
  exercise.kind === 'model'
    ? { metric: exercise.metric, baseline: exercise.baseline.score, pass: exercise.passBar, full: exercise.fullBar }
    : { metric: exercise.metric, baseline: null, pass: exercise.passBar, full: 1 }
