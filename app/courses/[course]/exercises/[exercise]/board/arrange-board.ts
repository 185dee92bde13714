import type { Bars } from '#lib/domain/bars.ts'
import { reaches } from '#lib/domain/metric.ts'
import type { BoardRow } from '#lib/usecases/read-leaderboard.ts'

export type BarName = 'full' | 'pass' | 'baseline'
export type BoardLine = { kind: 'row'; row: BoardRow } | { kind: 'bar'; name: BarName; value: number }

/** The board with its bars laid across: each under the last score that reaches it. */
export function arrangeBoard(rows: readonly BoardRow[], bars: Bars): BoardLine[] {
  const pending: { name: BarName; value: number }[] = [
    { name: 'full', value: bars.full },
    { name: 'pass', value: bars.pass },
    ...(bars.baseline === null ? [] : [{ name: 'baseline' as const, value: bars.baseline }]),
  ]
  const lines: BoardLine[] = []
  for (const row of rows) {
    while (pending[0] && !reaches(bars.metric, row.score, pending[0].value)) {
      lines.push({ kind: 'bar', ...pending[0] })
      pending.shift()
    }
    lines.push({ kind: 'row', row })
  }
  return [...lines, ...pending.map((bar) => ({ kind: 'bar' as const, ...bar }))]
}
