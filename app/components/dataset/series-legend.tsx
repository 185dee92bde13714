import { cn } from '../cn.ts'
import { seriesStyle } from './series-style.ts'

/** The look of one class or channel. */
export function SeriesMark({ index }: { index: number }) {
  const { stroke, dash } = seriesStyle(index)
  return (
    <svg aria-hidden="true" viewBox="0 0 16 4" className="h-1 w-4 shrink-0">
      <line x2="16" y1="2" y2="2" stroke={stroke} strokeDasharray={dash} strokeWidth="2" />
    </svg>
  )
}

/** What the lines of a chart are. */
export function SeriesLegend({
  names,
  note,
  className,
}: {
  names: readonly string[]
  note?: string
  className?: string
}) {
  return (
    <p className={cn('flex flex-wrap gap-x-4 gap-y-1 text-ink-3 text-xs', className)}>
      {names.map((name, i) => (
        <span key={name} className="flex items-center gap-1.5">
          <SeriesMark index={i} />
          {name}
        </span>
      ))}
      {note && <span>{note}</span>}
    </p>
  )
}
