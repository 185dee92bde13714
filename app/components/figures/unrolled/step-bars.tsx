import { usePlot } from '../kit/plot.tsx'

/** Readings as bars from 0; those beyond the plot end at its edge. */
export function ReadingBars({ readings }: { readings: readonly number[] }) {
  const { x, y } = usePlot()
  return readings.map((reading, i) => (
    <line
      // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
      key={i}
      x1={x.at(i + 1)}
      x2={x.at(i + 1)}
      y1={y.at(0)}
      y2={y.at(Math.max(-1, Math.min(1, reading)))}
      stroke="var(--validation)"
      strokeWidth={Math.max(3, (x.at(2) - x.at(1)) * 0.4)}
      opacity="0.7"
    />
  ))
}

const SMALLEST = 1e-6

/** Sizes of slopes on a log scale: blue where a push up moves the state up, orange where down. */
export function InfluenceBars({ slopes }: { slopes: readonly number[] }) {
  const { x, y, bottom } = usePlot()
  const width = Math.max(3, (x.at(2) - x.at(1)) * 0.55)
  return slopes.map((slope, i) =>
    Math.abs(slope) < SMALLEST ? null : (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
        key={i}
        x={x.at(i + 1) - width / 2}
        width={width}
        y={y.at(Math.abs(slope))}
        height={bottom - y.at(Math.abs(slope))}
        fill={slope < 0 ? 'var(--validation)' : 'var(--train)'}
        opacity="0.8"
      />
    ),
  )
}
