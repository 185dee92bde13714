import { formatNumberOf, formatSeconds, formatTime } from '#app/components/format.ts'
import type { Machinery } from '#lib/usecases/read-machinery.ts'

const WIDTH = 720
const HEIGHT = 96
const LEFT = 28

/** How many runs waited, minute by minute, as steps; the longest wait is in the words under it. */
export function QueueHistory({ history }: { history: Machinery['history'] }) {
  const deepest = Math.max(0, ...history.map(({ depth }) => depth))
  const longest = Math.max(0, ...history.map(({ oldestSeconds }) => oldestSeconds))
  const top = Math.max(4, deepest)
  const x = (index: number) => LEFT + (index / history.length) * (WIDTH - LEFT)
  const y = (depth: number) => HEIGHT - 4 - (depth / top) * (HEIGHT - 12)
  const steps = history.map(({ depth }, index) => `V${y(depth).toFixed(1)}H${x(index + 1).toFixed(1)}`).join('')
  const first = history[0]
  const last = history.at(-1)
  const summary =
    deepest === 0
      ? 'Nothing had to wait at any full minute of the last hour.'
      : `At most ${formatNumberOf(deepest, 'run')} waited, the longest ${formatSeconds(longest)}.`
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={summary}
        className="h-24 w-full"
        preserveAspectRatio="none"
      >
        {[0, top].map((depth) => (
          <line
            key={depth}
            x1={LEFT}
            x2={WIDTH}
            y1={y(depth)}
            y2={y(depth)}
            stroke="var(--line)"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <path
          d={`M${LEFT} ${y(0)}${steps}V${y(0)}Z`}
          fill="color-mix(in oklab, var(--train) 18%, transparent)"
          stroke="var(--train)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="tnum flex flex-wrap justify-between gap-x-4 text-ink-3 text-xs">
        <span>{first && `${formatTime(first.at, 'UTC')} UTC`}</span>
        <span className="text-ink-2 max-sm:order-first max-sm:basis-full">{summary}</span>
        <span>{last && `${formatTime(last.at, 'UTC')} UTC`}</span>
      </figcaption>
    </figure>
  )
}
