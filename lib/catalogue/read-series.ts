import type { Dataset } from '../contract/dataset.ts'
import { AuthorError } from './read-definition.ts'

interface Series {
  /** Columns that are read across, line by line: one for a plain series, twelve for a table of months. */
  columns: string[]
  /** Steps from the end of a window to its target. */
  horizon: number
}

/**
 * Windows of one series, in its order: each row is as many values as the card's shape has steps, its target the value
 * `horizon` steps after the last of them.
 * @param records the table without its header
 * @throws AuthorError
 */
export function windowsOf(
  card: Pick<Dataset, 'shape'>,
  path: string,
  { header, records }: { header: string[]; records: string[][] },
  { columns, horizon }: Series,
): { x: number[][]; y: number[] } {
  const at = columns.map((name) => header.indexOf(name))
  const missing = columns.find((_, i) => at[i] === -1)
  if (missing !== undefined) throw new AuthorError([`${path}: has no column ${missing}`])
  const values = records.flatMap((record, line) => at.map((column) => numberAt(path, record, line, column)))
  const steps = card.shape[0] ?? 0
  const count = Math.max(0, values.length - steps - horizon + 1)
  const starts = Array.from({ length: count }, (_, start) => start)
  return {
    x: starts.map((start) => values.slice(start, start + steps)),
    y: starts.map((start) => values[start + steps - 1 + horizon] as number),
  }
}

function numberAt(path: string, record: string[], line: number, column: number): number {
  const text = record[column] ?? ''
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value))
    throw new AuthorError([`${path}: row ${line + 2}: ${JSON.stringify(text)} is no number`])
  return value
}
