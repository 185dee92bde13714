import { formatCount } from '../format.ts'
import { SeriesMark } from './series-legend.tsx'

interface Props {
  classes: readonly string[]
  /** Training rows of each. */
  counts: readonly number[]
  /** Whether classes have colours of their own in the histograms beside. */
  coloured: boolean
}

/** How many training rows each class has. */
export function ClassBars({ classes, counts, coloured }: Props) {
  const most = Math.max(...counts, 1)
  return (
    <dl className="grid grid-cols-[max-content_1fr_max-content] items-center gap-x-3 gap-y-1 text-ui">
      {counts.map((count, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
        <div key={i} className="contents">
          <dt className="flex items-center gap-2">
            {coloured && <SeriesMark index={i} />}
            {classes[i] ?? `class ${i}`}
          </dt>
          <dd aria-hidden className="h-2 rounded-full bg-hover">
            <div className="h-2 rounded-full bg-ink-3" style={{ width: `${(100 * count) / most}%` }} />
          </dd>
          <dd className="tnum text-right text-ink-2">{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
