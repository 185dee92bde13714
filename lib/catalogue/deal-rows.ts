import { SPLITS, type SplitName } from '../contract/dataset.ts'
import { keyedHash } from './keyed-hash.ts'

export type Deal = Record<SplitName, number[]>

export interface DealInput {
  rows: number
  /** Class or stratum of each row: dealt so that every split has the same mixture. Null for a mixture left to chance. */
  classes: readonly number[] | null
  /** A series keeps its order: train first, then public, then private. */
  ordered: boolean
  split: Record<SplitName, number>
  secret: string
  /** Dataset and version: another one is dealt another way. */
  purpose: string
}

/**
 * Which rows go to which split: indices, exactly as many as asked for, none twice. Rows beyond the three sizes are
 * left out. Without the secret nobody can tell which rows are hidden.
 * @throws RangeError when there are fewer rows than the splits need.
 */
export function dealRows({ rows, classes, ordered, split, secret, purpose }: DealInput): Deal {
  const wanted = SPLITS.map((name) => split[name])
  const spare = rows - wanted.reduce((sum, n) => sum + n, 0)
  if (spare < 0) throw new RangeError(`the splits need ${rows - spare} rows, the data has ${rows}`)
  if (ordered) return inOrder(split)

  const rank = Array.from({ length: rows }, (_, row) => keyedHash(secret, 'deal', purpose, row).toString('hex'))
  const byRank = (a: number, b: number) => ((rank[a] as string) < (rank[b] as string) ? -1 : 1)
  const sequence = Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => (classes ? (classes[a] as number) - (classes[b] as number) : 0) || byRank(a, b),
  )
  const hands = dealInTurn(sequence, [...wanted, spare])
  // Within a split rows lie in keyed order, so that the first n of them are as mixed as all.
  const [train = [], open = [], hidden = []] = hands.map((hand) => hand.sort(byRank))
  return { train, public: open, private: hidden }
}

function inOrder(split: Record<SplitName, number>): Deal {
  const run = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
  return {
    train: run(0, split.train),
    public: run(split.train, split.public),
    private: run(split.train + split.public, split.private),
  }
}

/**
 * Deals a sequence to hands of the given sizes, each row to the hand that is furthest behind its share. A hand is then
 * never more than a row ahead of its share, so that any stretch of the sequence (a class) is spread in proportion, and at the
 * end each has exactly its size.
 */
function dealInTurn(sequence: readonly number[], sizes: readonly number[]): number[][] {
  const hands = sizes.map((): number[] => [])
  sequence.forEach((row, i) => {
    const behind = sizes.map((size, h) => (size * (i + 1)) / sequence.length - (hands[h]?.length ?? 0))
    hands[behind.indexOf(Math.max(...behind))]?.push(row)
  })
  return hands
}
