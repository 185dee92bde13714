import type { Bars, ClassicalScore } from '#lib/domain/bars.ts'
import { lowerIsBetter, reaches } from '#lib/domain/metric.ts'
import type { BoardRow } from '#lib/usecases/read-leaderboard.ts'

export type BarName = 'full' | 'pass' | 'baseline' | 'classical'
/** A line across the board: a bar, or a classical model with its name and how it was given the rows. */
export interface BoardBar {
  name: BarName
  value: number
  model?: Pick<ClassicalScore, 'name' | 'how'>
}
export type BoardLine = { kind: 'row'; row: BoardRow } | ({ kind: 'bar' } & BoardBar)

/** The board with its bars and the classical models laid across: each under the last score that reaches it. */
export function arrangeBoard(rows: readonly BoardRow[], bars: Bars): BoardLine[] {
  const better = (a: BoardBar, b: BoardBar) => (lowerIsBetter(bars.metric) ? a.value - b.value : b.value - a.value)
  const models = (bars.classical ?? []).map(
    ({ score, ...model }): BoardBar => ({ name: 'classical', value: score, model }),
  )
  const pending: BoardBar[] = [
    { name: 'full' as const, value: bars.full },
    { name: 'pass' as const, value: bars.pass },
    ...(bars.baseline === null ? [] : [{ name: 'baseline' as const, value: bars.baseline }]),
    ...models,
  ].sort(better)
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
