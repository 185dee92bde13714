import type { Histogram as Counts } from '#lib/contract/dataset-picture.ts'
import { formatFigure } from './format-figure.ts'
import { seriesStyle } from './series-style.ts'

const WIDTH = 120
const HEIGHT = 40

interface Props {
  /** What is counted: "alcohol". */
  name: string
  histogram: Counts
  unit?: string | undefined
}

/** How many rows lie where, one outline a class; each scaled to its own rows, so that rare classes are seen. */
export function Histogram({ name, histogram: { low, high, counts }, unit }: Props) {
  const suffix = unit ? ` ${unit}` : ''
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${name}: from ${formatFigure(low)} to ${formatFigure(high)}${suffix}, most rows near ${formatFigure(peakOf({ low, high, counts }))}`}
        className="h-10 w-full overflow-visible border-line-strong border-b"
      >
        {counts.map((bins, i) => {
          const { stroke, dash } = seriesStyle(i)
          return (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a class is its place
              key={i}
              d={outline(bins)}
              fill={stroke}
              fillOpacity={0.12}
              stroke={stroke}
              strokeDasharray={dash}
              strokeWidth="1.25"
              vectorEffect="non-scaling-stroke"
            />
          )
        })}
      </svg>
      <figcaption aria-hidden className="tnum flex justify-between text-ink-3 text-xs">
        <span>{formatFigure(low)}</span>
        <span>{formatFigure(high)}</span>
      </figcaption>
    </figure>
  )
}

function outline(bins: readonly number[]): string {
  const tallest = Math.max(...bins, 1)
  const step = WIDTH / bins.length
  const steps = bins.map((count, i) => {
    const y = (HEIGHT * (1 - count / tallest)).toFixed(1)
    return `V${y}H${((i + 1) * step).toFixed(1)}`
  })
  return `M0,${HEIGHT}${steps.join('')}V${HEIGHT}Z`
}

/** Middle of the fullest bin, all classes together. */
function peakOf({ low, high, counts: [first = [], ...others] }: Counts): number {
  const all = first.map((count, bin) => others.reduce((sum, bins) => sum + (bins[bin] ?? 0), count))
  const fullest = all.indexOf(Math.max(...all))
  return low + ((fullest + 0.5) * (high - low)) / all.length
}
