import { permutation, seededRandom } from './seeded-random.ts'

/**
 * Which rows train and which validate. A series gives its last rows to validation; other rows are dealt by the seed,
 * validation first, each part kept in file order. At least one row stays on either side.
 */
export function splitRows(
  rows: number,
  validationSplit: number | undefined,
  ordered: boolean,
  seed: number,
): { train: number[]; validation: number[] } {
  const all = Array.from({ length: rows }, (_, i) => i)
  if (validationSplit === undefined || rows < 2) return { train: all, validation: [] }
  const size = Math.min(rows - 1, Math.max(1, Math.round(rows * validationSplit)))
  if (ordered) return { train: all.slice(0, rows - size), validation: all.slice(rows - size) }
  const dealt = new Set(permutation(rows, seededRandom(seed, 'validation')).subarray(0, size))
  return { train: all.filter((row) => !dealt.has(row)), validation: all.filter((row) => dealt.has(row)) }
}
