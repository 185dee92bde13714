import { type Random, seededRandom } from '../training/seeded-random.ts'
import { binColumns } from './bin-columns.ts'
import type { Design, Predict } from './design.ts'
import { growTree, leafOf } from './grow-tree.ts'

const TREES = 50

/** Breiman's choices: the root of the columns for classes, a third of them for numbers. */
export const columnsTried = (columns: number, classes: number | null): number =>
  Math.max(1, Math.floor(classes === null ? columns / 3 : Math.sqrt(columns)))

/**
 * A random forest (Breiman, 2001): each tree on rows drawn with replacement, each split among a few columns drawn anew;
 * the trees' class shares, or values, are averaged.
 */
export function fitForest(design: Design, targets: readonly number[], classes: number | null, seed: number): Predict {
  const { bins, bin } = binColumns(design)
  const { columns, rows } = design
  const trees = Array.from({ length: TREES }, (_, tree) => {
    const random = seededRandom(seed, `tree ${tree}`)
    const input = { bins, columns, targets, classes, columnsTried: columnsTried(columns, classes), random }
    return growTree(input, drawSample(rows.length, random))
  })
  return (row) => {
    const binned = bin(row)
    const total = new Float64Array(classes ?? 1)
    for (const tree of trees)
      leafOf(tree, binned).forEach((share, k) => {
        total[k] = (total[k] as number) + share / TREES
      })
    return classes === null ? (total[0] as number) : total.indexOf(Math.max(...total))
  }
}

const drawSample = (count: number, random: Random): Int32Array =>
  Int32Array.from({ length: count }, () => Math.floor(random() * count))
