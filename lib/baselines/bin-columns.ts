import type { Design } from './design.ts'

/** Cuts of one column: trees look at no others. Enough that more change no score here. */
const MOST_CUTS = 63

/** Each column's values as small whole numbers: how many of its cuts a value lies above. */
export interface Binned {
  /** `columns` numbers a row. */
  bins: Uint8Array
  /** A row that was not among them, put the same way. */
  bin: (row: Float64Array) => Uint8Array
}

/**
 * Cuts every column at quantiles of its own (halfway between neighbouring values), so that a tree finds its splits by
 * counting instead of sorting.
 */
export function binColumns({ columns, rows }: Design): Binned {
  const cuts = Array.from({ length: columns }, (_, column) =>
    cutsOf(Float64Array.from(rows, (row) => row[column] as number)),
  )
  const bin = (row: Float64Array) => Uint8Array.from(cuts, (own, column) => countBelow(own, row[column] as number))
  const bins = new Uint8Array(columns * rows.length)
  rows.forEach((row, r) => {
    bins.set(bin(row), r * columns)
  })
  return { bins, bin }
}

function cutsOf(values: Float64Array): Float64Array {
  const sorted = values.sort()
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1])
  const between = (i: number) => ((distinct[i] as number) + (distinct[i + 1] as number)) / 2
  if (distinct.length <= MOST_CUTS + 1)
    return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) => between(i))
  const quantiles = Array.from({ length: MOST_CUTS }, (_, q) => {
    const at = Math.floor(((q + 1) * sorted.length) / (MOST_CUTS + 1))
    return ((sorted[at - 1] as number) + (sorted[at] as number)) / 2
  })
  return Float64Array.from(new Set(quantiles))
}

/** How many of the ascending cuts lie below the value. */
function countBelow(cuts: Float64Array, value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cuts[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
