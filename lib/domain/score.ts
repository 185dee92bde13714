import { lowerIsBetter, type MetricName } from './metric.ts'

/** Points for the metric at the pass bar and at the full bar. */
export const SCORE_AT_PASS = 50
export const SCORE_AT_FULL = 80

export interface Bars {
  metric: MetricName
  /** Score of the dumb model: worth nothing. */
  baseline: number
  passBar: number
  fullBar: number
}

/**
 * Score part of the points: piecewise linear in the metric, 0 at the baseline, 50 at the pass bar, 80 at the full bar,
 * never below 0 or above 80. Better is never worth less.
 */
export function scorePart({ metric, baseline, passBar, fullBar }: Bars, value: number): number {
  const sign = lowerIsBetter(metric) ? -1 : 1
  const at = sign * value
  const [low, pass, full] = [sign * baseline, sign * passBar, sign * fullBar]
  if (!(at > low)) return 0
  if (at >= full) return SCORE_AT_FULL
  if (at < pass) return Math.min(SCORE_AT_PASS, (SCORE_AT_PASS * (at - low)) / (pass - low))
  return Math.min(SCORE_AT_FULL, SCORE_AT_PASS + ((SCORE_AT_FULL - SCORE_AT_PASS) * (at - pass)) / (full - pass))
}
