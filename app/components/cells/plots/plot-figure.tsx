'use client'
import { useState } from 'react'
import type { Plot } from '#lib/contract/cell-output.ts'
import { Button } from '../../ui/button.tsx'
import { BarPlot } from './bar-plot.tsx'
import { ImagePlot } from './image-plot.tsx'
import { LinePlot } from './line-plot.tsx'
import { PlotTable, tableOf } from './plot-table.tsx'
import { ScatterPlot } from './scatter-plot.tsx'
import { lookOf, markPath } from './series-look.ts'
import { useWidth } from './use-width.ts'

const INITIAL_WIDTH = 560

/** A plot that a cell's code asked for, drawn by us from its data; or the data as a table. */
export function PlotFigure({ plot }: { plot: Plot }) {
  const { ref, width } = useWidth<HTMLDivElement>(INITIAL_WIDTH)
  const [asTable, setAsTable] = useState(false)
  const table = tableOf(plot)
  return (
    <figure className="min-w-0">
      <div className="mb-1 flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        {(plot.title || (plot.kind === 'line' && plot.label)) && (
          <figcaption className="font-medium text-ink-2">
            {plot.title ?? (plot.kind === 'line' ? plot.label : '')}
          </figcaption>
        )}
        <Legend plot={plot} />
        {table && (
          <Button
            variant="ghost"
            size="sm"
            className="ml-auto"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'As a plot' : 'As a table'}
          </Button>
        )}
      </div>
      <div ref={ref} className="min-w-0">
        {asTable && table ? <PlotTable table={table} label={plot.title ?? 'Plotted values'} /> : draw(plot, width)}
      </div>
    </figure>
  )
}

function draw(plot: Plot, width: number) {
  switch (plot.kind) {
    case 'line':
      return <LinePlot plot={plot} width={width} />
    case 'scatter':
      return <ScatterPlot plot={plot} width={width} />
    case 'bars':
      return <BarPlot plot={plot} width={width} />
    case 'image':
      return <ImagePlot plot={plot} width={width} />
    default:
      return plot satisfies never
  }
}

/** What the lines and marks are; a single one needs none. */
function Legend({ plot }: { plot: Plot }) {
  const names = plot.kind === 'line' ? plot.series : plot.kind === 'scatter' ? plot.groups : []
  if (names.length < 2) return null
  return names.map(({ name }, i) => {
    const { colour, dash, shape } = lookOf(i)
    const open = shape === 'ring' || shape === 'cross'
    return (
      <span key={name} className="flex items-center gap-1.5 text-ink-3">
        <svg aria-hidden width={18} height={10}>
          {plot.kind === 'line' ? (
            <line x1={0} x2={18} y1={5} y2={5} stroke={colour} strokeWidth={2} strokeDasharray={dash} />
          ) : (
            <path d={markPath(shape, 9, 5, 3.5)} fill={open ? 'none' : colour} stroke={open ? colour : 'none'} />
          )}
        </svg>
        {name}
      </span>
    )
  })
}
