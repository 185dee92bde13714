import { lowerIsBetter, type MetricName } from './metric.ts'

export interface BoardEntry {
  id: string
  /** Null: nothing scored yet, so not on the board. */
  score: number | null
  /** Receipt of the submission that has this score. */
  receivedAt: Date | null
}

export type Ranked<E extends BoardEntry> = E & { rank: number; score: number; receivedAt: Date }

/** Negative when `a` stands before `b`. */
export const compareScores = (metric: MetricName, a: number, b: number): number =>
  lowerIsBetter(metric) ? a - b : b - a

const isScored = <E extends BoardEntry>(entry: E): entry is E & { score: number; receivedAt: Date } =>
  entry.score !== null && entry.receivedAt !== null

/**
 * The board in order. Of two equal scores the earlier receipt wins, so that handing in the same model again cannot gain
 * a rank. Equal in both, they share the rank and the next one is skipped (1, 2, 2, 4); among themselves they stand by
 * id, so that the order does not depend on the order they came in.
 */
export function rank<E extends BoardEntry>(metric: MetricName, entries: readonly E[]): Ranked<E>[] {
  const ordered = entries
    .filter(isScored)
    .sort(
      (a, b) =>
        compareScores(metric, a.score, b.score) ||
        a.receivedAt.getTime() - b.receivedAt.getTime() ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    )
  let current = 0
  return ordered.map((entry, index) => {
    const before = ordered[index - 1]
    const shares = before?.score === entry.score && before.receivedAt.getTime() === entry.receivedAt.getTime()
    if (!shares) current = index + 1
    return { ...entry, rank: current }
  })
}
