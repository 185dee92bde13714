import type { ReactNode } from 'react'
import { placeOn, type Scale, shortNumber } from './plot-scale.ts'

export const MARGIN = { top: 8, right: 12, bottom: 22, left: 48 }
const HEIGHT = 200

interface Props {
  width: number
  x: Scale
  y: Scale
  summary: string
  /** Draws with the functions that place a value. */
  children: (place: { x: (value: number) => number; y: (value: number) => number }) => ReactNode
}

/** A pair of axes with hairlines across, in the look of the curves of a run. */
export function Axes({ width, x, y, summary, children }: Props) {
  const inner = { width: Math.max(width - MARGIN.left - MARGIN.right, 40), height: HEIGHT - MARGIN.top - MARGIN.bottom }
  const across = placeOn(x, inner.width)
  const up = placeOn(y, inner.height)
  const place = {
    x: (value: number) => Number((MARGIN.left + across(value)).toFixed(2)),
    y: (value: number) => Number((MARGIN.top + inner.height - up(value)).toFixed(2)),
  }
  return (
    <svg role="img" aria-label={summary} width={width} height={HEIGHT} className="block max-w-full text-2xs">
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={MARGIN.left}
            x2={MARGIN.left + inner.width}
            y1={place.y(tick)}
            y2={place.y(tick)}
            stroke="var(--line)"
          />
          <text x={MARGIN.left - 6} y={place.y(tick)} dy="0.32em" textAnchor="end" fill="var(--ink-3)">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text key={tick} x={place.x(tick)} y={HEIGHT - 6} textAnchor="middle" fill="var(--ink-3)">
          {shortNumber(tick)}
        </text>
      ))}
      {children(place)}
    </svg>
  )
}
