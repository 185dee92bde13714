/** counts[truth][predicted] over `classes` classes. */
export function confusionMatrix(truth: ArrayLike<number>, predicted: ArrayLike<number>, classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0))
  for (let i = 0; i < truth.length; i++) {
    const row = counts[truth[i] as number]
    const column = predicted[i] as number
    if (row?.[column] === undefined) throw new RangeError(`class ${truth[i]} or ${column} outside 0…${classes - 1}`)
    row[column]++
  }
  return counts
}
