/**
 * The forecast that costs nothing: the last number of each row, which is the last step's last channel. A forecast set
 * puts the series to be forecast there.
 * @param data rows, flattened
 */
export function lastValues(data: ArrayLike<number>, rows: number): number[] {
  const width = data.length / rows
  if (!Number.isInteger(width)) throw new RangeError(`${data.length} numbers are not ${rows} equal rows`)
  return Array.from({ length: rows }, (_, row) => data[(row + 1) * width - 1] as number)
}
