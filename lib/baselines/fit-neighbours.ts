import type { Design, Predict } from './design.ts'

/** scikit-learn's default. */
const NEIGHBOURS = 5
/** A row that is already too far is given up; looked at only now and then, since looking costs more than adding. */
const COLUMNS_BETWEEN_LOOKS = 32

/** The most common class of the five nearest rows (of equals, the smallest), or the mean of their targets. */
export function fitNeighbours({ columns, rows }: Design, targets: readonly number[], classes: number | null): Predict {
  const known = new Float64Array(rows.length * columns)
  rows.forEach((row, r) => {
    known.set(row, r * columns)
  })
  return (row) => {
    const near = nearest(row)
    if (classes === null) return near.reduce((sum, target) => sum + target, 0) / near.length
    const votes = Array.from({ length: classes }, () => 0)
    for (const target of near) votes[target] = (votes[target] ?? 0) + 1
    return votes.indexOf(Math.max(...votes))
  }

  /** Targets of the nearest rows. */
  function nearest(row: Float64Array): number[] {
    const near: { distance: number; target: number }[] = []
    let furthest = Number.POSITIVE_INFINITY
    for (let r = 0; r < rows.length; r++) {
      const distance = distanceTo(row, r, furthest)
      if (distance >= furthest) continue
      const place = near.findIndex((other) => other.distance > distance)
      near.splice(place < 0 ? near.length : place, 0, { distance, target: targets[r] as number })
      if (near.length > NEIGHBOURS) near.pop()
      if (near.length === NEIGHBOURS) furthest = near.at(-1)?.distance ?? furthest
    }
    return near.map(({ target }) => target)
  }

  function distanceTo(row: Float64Array, r: number, furthest: number): number {
    const from = r * columns
    let distance = 0
    for (let i = 0; i < columns && distance < furthest; ) {
      const end = Math.min(columns, i + COLUMNS_BETWEEN_LOOKS)
      for (; i < end; i++) {
        const apart = (row[i] as number) - (known[from + i] as number)
        distance += apart * apart
      }
    }
    return distance
  }
}
