import type { Finding } from './facts.ts'

/** float32 arithmetic in another order of rows differs by far less. */
export const ROWWISE_TOLERANCE = 1e-4

/** `prepare` may not look at other rows: then the hidden set would be scaled by its own statistics. */
export function checkRowwise({ rowwiseDifference }: { rowwiseDifference: number }): Finding {
  // Negated, so that NaN fails.
  const passed = !!(rowwiseDifference <= ROWWISE_TOLERANCE)
  return {
    passed,
    measured: passed
      ? 'Each row gets the same values alone and among others.'
      : `Your transform gives a row other values alone than among others (they differ by ${percent(rowwiseDifference)}).`,
  }
}

const percent = (share: number) =>
  Number.isFinite(share) ? `up to ${(100 * share).toPrecision(2)} %` : 'a value that is not a number'

/**
 * Largest |a − b| / (1 + |b|) over two equally long lists: relative for large values, absolute for small ones.
 * NaN against a number counts as infinitely different; NaN against NaN as equal.
 */
export function maxRelativeDifference(alone: ArrayLike<number>, among: ArrayLike<number>): number {
  if (alone.length !== among.length) return Number.POSITIVE_INFINITY
  let worst = 0
  for (let i = 0; i < alone.length; i++) {
    const a = alone[i] as number
    const b = among[i] as number
    if (Object.is(a, b)) continue
    const difference = Math.abs(a - b) / (1 + Math.abs(b))
    if (Number.isNaN(difference)) return Number.POSITIVE_INFINITY
    worst = Math.max(worst, difference)
  }
  return worst
}
