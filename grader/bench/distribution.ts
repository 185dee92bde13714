export interface Spread {
  median: number
  low: number
  high: number
}

/** Of an even number of values the upper one of the middle two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  low: quantile(values, 0),
  high: quantile(values, 1),
})

export interface Quantiles {
  p50: number
  p95: number
  longest: number
}

export const quantiles = (values: readonly number[]): Quantiles => ({
  p50: quantile(values, 0.5),
  p95: quantile(values, 0.95),
  longest: quantile(values, 1),
})

/** The value which that share of all values lies below, one of those that were measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}
