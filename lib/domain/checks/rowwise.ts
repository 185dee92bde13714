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
