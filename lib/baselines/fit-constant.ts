import type { Predict } from './design.ts'

/** The most common class (of equals, the smallest), or the mean of the targets. */
export function fitConstant(targets: readonly number[], classes: number | null): Predict {
  if (classes === null) {
    const mean = targets.reduce((sum, value) => sum + value, 0) / targets.length
    return () => mean
  }
  const counts = Array.from({ length: classes }, () => 0)
  for (const label of targets) counts[label] = (counts[label] ?? 0) + 1
  const majority = counts.indexOf(Math.max(...counts))
  return () => majority
}
