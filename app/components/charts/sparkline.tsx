import { cn } from '../cn.ts'

interface Props {
  /** In order; a gap is null. */
  values: readonly (number | null)[]
  /** Said instead of the picture. */
  label: string
  /** A bar in the same unit, drawn across where it lies in view. */
  bar?: number | null
  className?: string
}

const WIDTH = 120
const HEIGHT = 32
const PAD = 3

/** A run's curve, small. Scaled to itself and its bar. */
export function Sparkline({ values, label, bar, className }: Props) {
  const known = values.filter((value) => value !== null)
  const all = bar === null || bar === undefined ? known : [...known, bar]
  if (known.length === 0) return null
  const low = Math.min(...all)
  const span = Math.max(...all) - low || 1
  const x = (i: number) => PAD + (values.length === 1 ? 0.5 : i / (values.length - 1)) * (WIDTH - 2 * PAD)
  const y = (value: number) => HEIGHT - PAD - ((value - low) / span) * (HEIGHT - 2 * PAD)
  const points = values.flatMap((value, i) => (value === null ? [] : [{ x: x(i), y: y(value) }]))
  const last = points.at(-1)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
      className={cn('h-8 w-full overflow-visible', className)}
    >
      {bar !== null && bar !== undefined && (
        <line
          x1={PAD}
          x2={WIDTH - PAD}
          y1={y(bar)}
          y2={y(bar)}
          stroke="var(--pass)"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <polyline
        points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--train)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {last && (
        // A line of no length with round ends: a dot that the stretched box cannot squash.
        <line
          x1={last.x}
          x2={last.x}
          y1={last.y}
          y2={last.y}
          stroke="var(--train)"
          strokeWidth="4.5"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  )
}
