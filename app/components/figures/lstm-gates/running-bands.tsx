import { usePlot } from '../kit/plot.tsx'

/** Stretches of steps at which the machine runs, shaded. */
export function RunningBands({ running }: { running: readonly number[] }) {
  const { x, top, bottom } = usePlot()
  return stretchesOf(running).map(({ from, to }) => (
    <rect
      key={from}
      x={x.at(from + 0.5)}
      width={x.at(to + 0.5) - x.at(from + 0.5)}
      y={top - 4}
      height={bottom - top + 4}
      fill="var(--pass)"
      opacity="0.13"
    />
  ))
}

/** [from, to) of each stretch of ones. */
function stretchesOf(running: readonly number[]): { from: number; to: number }[] {
  const starts = running.flatMap((runs, i) => (runs === 1 && running[i - 1] !== 1 ? [i] : []))
  return starts.map((from) => {
    const end = running.indexOf(0, from)
    return { from, to: end < 0 ? running.length : end }
  })
}
