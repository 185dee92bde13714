import type { Plot } from '#lib/contract/cell-output.ts'
import { Axes } from './axes.tsx'
import { scaleOf } from './plot-scale.ts'
import { plotSummary } from './plot-summary.ts'
import { lookOf } from './series-look.ts'

interface Props {
  plot: Extract<Plot, { kind: 'line' }>
  width: number
}

export function LinePlot({ plot, width }: Props) {
  const all = plot.series.flatMap(({ points }) => points)
  const x = scaleOf(
    all.map((point) => point.x),
    width < 420 ? 4 : 8,
  )
  const y = scaleOf(
    all.map((point) => point.y),
    4,
  )
  return (
    <Axes width={width} x={x} y={y} summary={plotSummary(plot)}>
      {(place) =>
        plot.series.map(({ name, points }, i) => (
          <polyline
            key={name}
            points={points.map((point) => `${place.x(point.x)},${place.y(point.y)}`).join(' ')}
            fill="none"
            stroke={lookOf(i).colour}
            strokeWidth={1.75}
            strokeDasharray={lookOf(i).dash}
            strokeLinejoin="round"
          />
        ))
      }
    </Axes>
  )
}
