import type { Plot } from '#lib/contract/cell-output.ts'
import { Axes } from './axes.tsx'
import { scaleOf } from './plot-scale.ts'
import { plotSummary } from './plot-summary.ts'
import { lookOf, markPath } from './series-look.ts'

interface Props {
  plot: Extract<Plot, { kind: 'scatter' }>
  width: number
}

/** One path a group: thousands of marks are thousands of elements no more. */
export function ScatterPlot({ plot, width }: Props) {
  const all = plot.groups.flatMap(({ points }) => points)
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
        plot.groups.map(({ name, points }, i) => {
          const { colour, shape } = lookOf(i)
          const open = shape === 'ring' || shape === 'cross'
          return (
            <path
              key={name}
              d={points.map((point) => markPath(shape, place.x(point.x), place.y(point.y))).join('')}
              fill={open ? 'none' : colour}
              fillOpacity={0.7}
              stroke={open ? colour : 'none'}
              strokeWidth={1.5}
            />
          )
        })
      }
    </Axes>
  )
}
