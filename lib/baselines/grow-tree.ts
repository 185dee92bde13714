import type { Random } from '../training/seeded-random.ts'

const BINS = 64

export interface TreeInput {
  /** `columns` numbers a row, each below 64. */
  bins: Uint8Array
  columns: number
  targets: readonly number[]
  /** Null: the targets are numbers. */
  classes: number | null
  /** Columns looked at for each split, drawn anew at each. */
  columnsTried: number
  random: Random
}

/** A leaf holds the shares of the classes among its rows, or the mean of their targets. */
export type Tree = { leaf: Float64Array } | { column: number; atMost: number; left: Tree; right: Tree }

/**
 * A CART tree (Breiman and others, 1984), grown until its leaves are pure: Gini impurity for classes, squared error for
 * numbers. Both are one quantity: with one-hot classes, the Gini gain is the gain in squared error.
 * @param sample indices of the rows to grow it on, repeats allowed
 */
export function growTree(input: TreeInput, sample: Int32Array): Tree {
  const { targets, classes, columns, bins } = input
  // Per bin: how many rows, and their one-hot sums or target sum.
  const width = classes ?? 1
  const counts = new Float64Array(BINS)
  const sums = new Float64Array(BINS * width)
  const order = Int32Array.from({ length: columns }, (_, i) => i)
  return grow(sample)

  function grow(rows: Int32Array): Tree {
    const total = totalOf(rows)
    const split = isPure(rows) ? null : bestSplit(rows, total)
    if (!split) return { leaf: total.map((sum) => sum / rows.length) }
    const { column, atMost } = split
    const isLeft = (row: number) => (bins[row * columns + column] as number) <= atMost
    return {
      column,
      atMost,
      left: grow(rows.filter(isLeft)),
      right: grow(rows.filter((row) => !isLeft(row))),
    }
  }

  function totalOf(rows: Int32Array): Float64Array {
    const total = new Float64Array(width)
    for (const row of rows) {
      if (classes === null) total[0] = (total[0] as number) + (targets[row] as number)
      else total[targets[row] as number] = (total[targets[row] as number] as number) + 1
    }
    return total
  }

  function isPure(rows: Int32Array): boolean {
    const first = targets[rows[0] as number]
    return rows.every((row) => targets[row] === first)
  }

  /** The column and bin whose cut leaves the least impurity; null where no column tells the rows apart. */
  function bestSplit(rows: Int32Array, total: Float64Array): { column: number; atMost: number } | null {
    let best: { column: number; atMost: number } | null = null
    let bestGain = 0
    const whole = squares(total) / rows.length
    let tried = 0
    // A column that is constant here costs no try, as in scikit-learn: with few columns tried it would end the tree.
    for (let i = 0; i < columns && tried < input.columnsTried; i++) {
      const column = drawColumn(i)
      const { low, high } = countBins(rows, column)
      if (low === high) continue
      tried++
      const left = new Float64Array(width)
      let leftCount = 0
      for (let bin = low; bin < high; bin++) {
        leftCount += counts[bin] as number
        for (let k = 0; k < width; k++) left[k] = (left[k] as number) + (sums[bin * width + k] as number)
        if (counts[bin] === 0) continue
        let rightSquares = 0
        for (let k = 0; k < width; k++) rightSquares += ((total[k] as number) - (left[k] as number)) ** 2
        const gain = squares(left) / leftCount + rightSquares / (rows.length - leftCount) - whole
        if (gain > bestGain + 1e-12) {
          bestGain = gain
          best = { column, atMost: bin }
        }
      }
    }
    return best
  }

  /** One step of a Fisher–Yates shuffle: the i-th of the columns in random order. */
  function drawColumn(i: number): number {
    const from = i + Math.floor(input.random() * (columns - i))
    const drawn = order[from] as number
    order[from] = order[i] as number
    order[i] = drawn
    return drawn
  }

  function countBins(rows: Int32Array, column: number): { low: number; high: number } {
    counts.fill(0)
    sums.fill(0)
    let low = BINS
    let high = 0
    for (const row of rows) {
      const bin = bins[row * columns + column] as number
      low = Math.min(low, bin)
      high = Math.max(high, bin)
      counts[bin] = (counts[bin] as number) + 1
      const target = targets[row] as number
      const at = classes === null ? bin : bin * width + target
      sums[at] = (sums[at] as number) + (classes === null ? target : 1)
    }
    return { low, high }
  }
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0)

/** The leaf that a row falls into. */
export function leafOf(tree: Tree, row: Uint8Array): Float64Array {
  let node = tree
  while (!('leaf' in node)) node = (row[node.column] as number) <= node.atMost ? node.left : node.right
  return node.leaf
}
