import type { Plot } from '#lib/contract/cell-output.ts'
import { placeOn, scaleOf, shortNumber } from './plot-scale.ts'
import { plotSummary } from './plot-summary.ts'

interface Props {
  plot: Extract<Plot, { kind: 'bars' }>
  width: number
}

const ROW = 22
const LABEL_SHARE = 0.3

/** Lying bars: labels of any length can be read, and the value stands at the bar's end. */
export function BarPlot({ plot, width }: Props) {
  const { low, high } = scaleOf([0, ...plot.bars.map(({ value }) => value)], 4)
  const left = Math.min(160, width * LABEL_SHARE)
  const place = placeOn({ low, high }, Math.max(width - left - 56, 40))
  const zero = left + place(0)
  return (
    <svg
      role="img"
      aria-label={plotSummary(plot)}
      width={width}
      height={plot.bars.length * ROW + 4}
      className="block max-w-full text-2xs"
    >
      {plot.bars.map(({ label, value }, i) => {
        const end = left + place(value)
        const y = i * ROW
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two bars may have one label
          <g key={i}>
            <text x={left - 8} y={y + ROW / 2} dy="0.32em" textAnchor="end" fill="var(--ink-2)">
              {label.length > 24 ? `${label.slice(0, 23)}…` : label}
            </text>
            <rect
              x={Math.min(zero, end)}
              y={y + 4}
              width={Math.abs(end - zero)}
              height={ROW - 8}
              rx={2}
              fill="var(--train)"
            />
            <text x={Math.max(zero, end) + 6} y={y + ROW / 2} dy="0.32em" fill="var(--ink-3)">
              {shortNumber(value)}
            </text>
          </g>
        )
      })}
      <line x1={zero} x2={zero} y1={0} y2={plot.bars.length * ROW + 4} stroke="var(--line-strong)" />
    </svg>
  )
}
