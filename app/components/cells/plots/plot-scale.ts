export interface Scale {
  /** Of the data, widened to whole ticks. */
  low: number
  high: number
  ticks: number[]
}

/** Below this float64 loses digits, and a step between two values is no number any more. */
const TINIEST = 1e-290

/** An axis that holds all the values, with about `count` ticks at 1, 2 or 5 times a power of ten. */
export function scaleOf(values: readonly number[], count: number): Scale {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  if (low > high) [low, high] = [0, 1]
  const size = Math.max(Math.abs(low), Math.abs(high))
  // One value, or values that float64 hardly tells apart: no step between them is a round number.
  if (high - low <= Math.max(size * 1e-9, TINIEST)) {
    const room = size > TINIEST ? size : 1
    low -= room / 2
    high += room / 2
  }
  const step = niceStep((high - low) / count)
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
  return { low: first * step, high: last * step, ticks }
}

function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const times = raw / power
  return (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10) * power
}

/** Where on a length a value lies. */
export const placeOn = ({ low, high }: Pick<Scale, 'low' | 'high'>, length: number) => {
  const perUnit = length / (high - low)
  return (value: number): number => (value - low) * perUnit
}

export function shortNumber(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) return value.toExponential(1).replace('e+', 'e')
  return String(Number(value.toPrecision(4)))
}
