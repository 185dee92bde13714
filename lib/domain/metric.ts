/** The metrics an exercise may be scored by; names are scikit-learn's in camelCase. */
export const METRICS = ['accuracy', 'macroF1', 'rmse', 'cases'] as const
export type MetricName = (typeof METRICS)[number]

/** True where a smaller value is the better one. */
export const lowerIsBetter = (metric: MetricName): boolean => metric === 'rmse'

/** True when `value` reaches `bar` in the metric's own direction. */
export const reaches = (metric: MetricName, value: number, bar: number): boolean =>
  lowerIsBetter(metric) ? value <= bar : value >= bar
