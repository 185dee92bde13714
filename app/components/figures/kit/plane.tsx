import { createContext, type ReactNode, useContext } from 'react'
import { cn } from '../../cn.ts'
import { HeatMap } from './heat-map.tsx'

const SIZE = 200

interface Frame {
  /** Half of the plane's width: it goes from −range to range both ways. */
  range: number
}
const PlaneFrame = createContext<Frame>({ range: 1 })

/** Places in the plane's own picture, whose y points down. */
export function usePlane() {
  const { range } = useContext(PlaneFrame)
  const unit = SIZE / 2 / range
  return {
    range,
    unit,
    x: (x: number) => SIZE / 2 + x * unit,
    y: (y: number) => SIZE / 2 - y * unit,
  }
}

interface Props {
  label: string
  range: number
  /** A square of samples from −1 to 1, the top row first. */
  heat?: { values: ArrayLike<number>; size: number; shade?: 'signed' | 'depth' }
  /** It holds something to drag: its parts are told one by one, rather than as one picture. */
  interactive?: boolean
  className?: string
  children?: ReactNode
}

/** A square of the plane of two inputs, with a heat map under what is drawn in it. */
export function Plane({ label, range, heat, interactive, className, children }: Props) {
  return (
    <div className={cn('relative aspect-square w-full overflow-hidden rounded-md ring-1 ring-line', className)}>
      {heat && (
        <div className="absolute inset-0">
          <HeatMap values={heat.values} columns={heat.size} rows={heat.size} shade={heat.shade ?? 'signed'} smooth />
        </div>
      )}
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role={interactive ? 'group' : 'img'}
        aria-label={label}
        className="absolute inset-0 size-full touch-none"
      >
        <g stroke="var(--line-strong)" strokeWidth="0.5" opacity="0.6">
          <line x1="0" x2={SIZE} y1={SIZE / 2} y2={SIZE / 2} />
          <line y1="0" y2={SIZE} x1={SIZE / 2} x2={SIZE / 2} />
        </g>
        <PlaneFrame value={{ range }}>{children}</PlaneFrame>
      </svg>
    </div>
  )
}

/** Samples of a function of two inputs, as `Plane` draws them. */
export function sampleSquare(range: number, size: number, f: (x: number, y: number) => number): Float64Array {
  const values = new Float64Array(size * size)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const x = ((column + 0.5) / size - 0.5) * 2 * range
      const y = (0.5 - (row + 0.5) / size) * 2 * range
      values[row * size + column] = f(x, y)
    }
  return values
}
