import type { MetricName } from './metric.ts'

/** What a score is measured against. By-hand exercises have no baseline: every case right is full marks. */
export interface Bars {
  metric: MetricName
  baseline: number | null
  pass: number
  full: number
}

type Scored =
  | { kind: 'model'; metric: MetricName; baseline: { score: number }; passBar: number; fullBar: number }
  | { kind: 'functions'; metric: MetricName; passBar: number }

export const barsOf = (exercise: Scored): Bars =>
  exercise.kind === 'model'
    ? { metric: exercise.metric, baseline: exercise.baseline.score, pass: exercise.passBar, full: exercise.fullBar }
    : { metric: exercise.metric, baseline: null, pass: exercise.passBar, full: 1 }
