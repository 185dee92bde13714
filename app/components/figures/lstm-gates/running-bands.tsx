import { usePlot } from '../kit/plot.tsx'

/** Shades the steps at which the machine runs. */
export function RunningBands({ running }: { running: readonly number[] }) {
  const { x, top, bottom } = usePlot()
  const width = x.at(2) - x.at(1)
  return running.map((runs, i) =>
    runs === 1 ? (
      <rect
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number
        key={i}
        x={x.at(i + 1) - width / 2}
        width={width + 0.5}
        y={top - 4}
        height={bottom - top + 4}
        fill="var(--pass)"
        opacity="0.13"
      />
    ) : null,
  )
}
