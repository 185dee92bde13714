import type { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/**
 * The lines as RFC 4180 CSV. A text cell that a spreadsheet would take for a formula is preceded by an apostrophe, as
 * OWASP advises: whoever chooses their own name must not run anything on the instructor's machine.
 */
export const streamCsv = (lines: readonly (string | number)[][]): Readable =>
  stringify([...lines], { cast: { string: asText }, record_delimiter: 'windows' })

const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
