/**
 * The share of class 1 among the k training rows that lie nearest, for each row asked about. Every distance is measured:
 * in twelve dimensions a tree of boxes has to open nearly all of them, and is slower than this loop.
 */
export function neighbourShares(train: { x: number[][]; y: number[] }, asked: number[][], k: number): number[] {
  const width = train.x[0]?.length ?? 0
  const flat = Float64Array.from(train.x.flat())
  return asked.map((row) => {
    // The k nearest so far, nearest first; most rows are further than the last of them and cost one comparison.
    const distances: number[] = []
    const labels: number[] = []
    for (let i = 0; i < train.y.length; i++) {
      const distance = squaredDistance(flat, i * width, row)
      if (distances.length === k && distance >= (distances[k - 1] as number)) continue
      let at = Math.min(distances.length, k - 1)
      while (at > 0 && (distances[at - 1] as number) > distance) {
        distances[at] = distances[at - 1] as number
        labels[at] = labels[at - 1] as number
        at--
      }
      distances[at] = distance
      labels[at] = train.y[i] as number
    }
    return labels.reduce((sum, label) => sum + label, 0) / labels.length
  })
}

function squaredDistance(flat: Float64Array, from: number, row: number[]): number {
  let sum = 0
  for (let i = 0; i < row.length; i++) {
    const difference = (flat[from + i] as number) - (row[i] as number)
    sum += difference * difference
  }
  return sum
}
