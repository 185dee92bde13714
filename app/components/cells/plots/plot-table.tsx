import type { Plot } from '#lib/contract/cell-output.ts'
import { Table, Td, Th } from '../../ui/table.tsx'
import { shortNumber } from './plot-scale.ts'

/** The numbers that are drawn: a head and rows; null for a picture, whose numbers are no table that anybody reads. */
export function tableOf(plot: Plot): { head: string[]; rows: (string | number)[][] } | null {
  switch (plot.kind) {
    case 'line': {
      const places = [...new Set(plot.series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b)
      const known = plot.series.map(({ points }) => new Map(points.map(({ x, y }) => [x, y])))
      return {
        head: ['x', ...plot.series.map(({ name }) => name)],
        rows: places.map((x) => [x, ...known.map((values) => values.get(x) ?? '–')]),
      }
    }
    case 'scatter':
      return {
        head: ['colour', 'x', 'y'],
        rows: plot.groups.flatMap(({ name, points }) => points.map(({ x, y }) => [name, x, y])),
      }
    case 'bars':
      return { head: ['label', 'value'], rows: plot.bars.map(({ label, value }) => [label, value]) }
    case 'image':
      return null
    default:
      return plot satisfies never
  }
}

const MAX_ROWS = 200

export function PlotTable({ table, label }: { table: NonNullable<ReturnType<typeof tableOf>>; label: string }) {
  const { head, rows } = table
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table label={label} density="compact">
        <thead>
          <tr>
            {head.map((name) => (
              <Th key={name} numeric>
                {name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MAX_ROWS).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
            <tr key={i}>
              {row.map((value, at) => (
                <Td key={head[at]} numeric>
                  {typeof value === 'number' ? shortNumber(value) : value}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {rows.length > MAX_ROWS && <p className="mt-1 text-ink-3 text-xs">{rows.length - MAX_ROWS} more rows.</p>}
    </div>
  )
}
