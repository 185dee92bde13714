/** "0.042", "13.2", "1,680": three figures of a measured value, all of a large one. */
export function formatFigure(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-GB')
  return String(Number(value.toPrecision(3)))
}
