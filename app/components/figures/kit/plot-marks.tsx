import { usePlot } from './plot.tsx'

/** How one of several series looks: never by its colour alone. */
export interface Look {
  colour: string
  dash?: string
}

/** For series that are alternatives: optimisers, schedules, functions. */
const LOOKS: readonly Look[] = [
  { colour: 'var(--train)' },
  { colour: 'var(--validation)', dash: '6 3' },
  { colour: 'var(--pass)', dash: '2 2.5' },
  { colour: 'var(--bad)', dash: '9 3 2 3' },
  { colour: 'var(--accent)', dash: '4 2' },
]
export const lookOf = (i: number): Look => LOOKS[i % LOOKS.length] as Look

export const TRAIN: Look = { colour: 'var(--train)' }
export const VALIDATION: Look = { colour: 'var(--validation)', dash: '5 3' }

interface CurveProps {
  points: readonly (readonly [number, number])[]
  look: Look
  width?: number
  opacity?: number
}

export function Curve({ points, look, width = 1.75, opacity }: CurveProps) {
  const { x, y } = usePlot()
  const path = points
    .filter(([, value]) => Number.isFinite(value))
    .map(([at, value]) => `${x.at(at).toFixed(1)},${y.at(value).toFixed(1)}`)
    .join(' ')
  return (
    <polyline
      points={path}
      fill="none"
      stroke={look.colour}
      strokeWidth={width}
      strokeDasharray={look.dash}
      strokeLinejoin="round"
      opacity={opacity}
    />
  )
}

/** A line from top to bottom: now, or a place to look at. */
export function VerticalLine({ at, colour = 'var(--ink-3)', dash }: { at: number; colour?: string; dash?: string }) {
  const { x, top, bottom } = usePlot()
  return <line x1={x.at(at)} x2={x.at(at)} y1={top - 4} y2={bottom} stroke={colour} strokeDasharray={dash} />
}

export function HorizontalLine({ at, colour = 'var(--ink-3)', dash }: { at: number; colour?: string; dash?: string }) {
  const { y, left, right } = usePlot()
  return <line x1={left} x2={right} y1={y.at(at)} y2={y.at(at)} stroke={colour} strokeDasharray={dash} />
}

/** A point on a curve. */
export function Marker({ at, colour }: { at: readonly [number, number]; colour: string }) {
  const { x, y } = usePlot()
  return <circle cx={x.at(at[0])} cy={y.at(at[1])} r="3.5" fill={colour} stroke="var(--surface)" strokeWidth="1.5" />
}

/** What the lines are, by the look they have in the plot. */
export function Legend({ entries }: { entries: readonly { label: string; look: Look }[] }) {
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {entries.map(({ label, look }) => (
        <span key={label} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="22" height="6">
            <line x1="0" x2="22" y1="3" y2="3" stroke={look.colour} strokeWidth="2" strokeDasharray={look.dash} />
          </svg>
          {label}
        </span>
      ))}
    </div>
  )
}
