import { usePlane } from './plane.tsx'

interface DotProps {
  x: number
  y: number
  positive: boolean
  /** Ringed: told wrong. */
  wrong?: boolean
  /** The one that is looked at now. */
  current?: boolean
}

/** A row of the data: a blue disc for class 1, an orange square for class 0, crossed out where it is told wrong. */
export function Dot({ x, y, positive, wrong, current }: DotProps) {
  const plane = usePlane()
  const [cx, cy] = [plane.x(x), plane.y(y)]
  return (
    <g>
      {current && <circle cx={cx} cy={cy} r="8" fill="none" stroke="var(--ink)" strokeWidth="1.5" />}
      {positive ? (
        <circle cx={cx} cy={cy} r="3" fill="var(--train)" stroke="var(--surface)" strokeWidth="0.8" />
      ) : (
        <rect
          x={cx - 2.7}
          y={cy - 2.7}
          width="5.4"
          height="5.4"
          fill="var(--surface)"
          stroke="var(--validation)"
          strokeWidth="1.6"
        />
      )}
      {wrong && (
        <path
          d={`M${cx - 5} ${cy - 5}l10 10M${cx + 5} ${cy - 5}l-10 10`}
          stroke="var(--bad)"
          strokeWidth="1.4"
          strokeLinecap="round"
        />
      )}
    </g>
  )
}

/** The line where w₁x + w₂y + b = 0. */
export function BoundaryLine({ w, b, faint }: { w: readonly [number, number]; b: number; faint?: boolean }) {
  const plane = usePlane()
  const square = w[0] ** 2 + w[1] ** 2
  if (square === 0) return null
  // The point of the line that is nearest to the middle, and the line's direction.
  const [x, y] = [(-b * w[0]) / square, (-b * w[1]) / square]
  const far = (3 * plane.range) / Math.sqrt(square)
  return (
    <line
      x1={plane.x(x - w[1] * far)}
      y1={plane.y(y + w[0] * far)}
      x2={plane.x(x + w[1] * far)}
      y2={plane.y(y - w[0] * far)}
      stroke={faint ? 'var(--ink-3)' : 'var(--ink)'}
      strokeWidth={faint ? 1 : 1.75}
      strokeDasharray={faint ? '3 3' : undefined}
    />
  )
}

/** An arrow from a place by a step. */
export function Arrow({
  from,
  by,
  colour,
}: {
  from: readonly [number, number]
  by: readonly [number, number]
  colour: string
}) {
  const plane = usePlane()
  const [x1, y1] = [plane.x(from[0]), plane.y(from[1])]
  const [x2, y2] = [plane.x(from[0] + by[0]), plane.y(from[1] + by[1])]
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length < 1) return null
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length]
  const head = Math.min(7, length)
  return (
    <g stroke={colour} fill={colour} strokeWidth="1.75">
      <line x1={x1} y1={y1} x2={x2 - ux * head * 0.6} y2={y2 - uy * head * 0.6} />
      <path
        stroke="none"
        d={`M${x2} ${y2}L${x2 - ux * head - uy * head * 0.5} ${y2 - uy * head + ux * head * 0.5}L${x2 - ux * head + uy * head * 0.5} ${y2 - uy * head - ux * head * 0.5}Z`}
      />
    </g>
  )
}
