import { createContext, type ReactNode, useContext, useId } from 'react'
import { powerOfTen, short } from './number.ts'
import { linearScale, logScale, type Scale } from './scale.ts'
import { useWidth } from './use-width.ts'

interface Axes {
  x: Scale
  y: Scale
  left: number
  right: number
  top: number
  bottom: number
}
const PlotAxes = createContext<Axes | null>(null)

/** The scales of the plot around, for what is drawn in it. */
export function usePlot(): Axes {
  const axes = useContext(PlotAxes)
  if (!axes) throw new Error('a mark outside of a plot')
  return axes
}

interface AxisOptions {
  domain: readonly [number, number]
  label?: string
  log?: boolean
  /** Instead of round numbers. */
  ticks?: readonly number[]
  format?: (value: number) => string
}

interface Props {
  /** Said instead of the picture. */
  label: string
  height: number
  x: AxisOptions
  y: AxisOptions
  interactive?: boolean
  children?: ReactNode
}

const LEFT = 40
const TOP = 18
const RIGHT = 8

const formatOf = ({ log, format }: AxisOptions) =>
  format ?? (log ? (value: number) => powerOfTen(Math.round(Math.log10(value))) : short)

/** Two axes in hairlines; the marks are children and read the scales from `usePlot`. */
export function Plot({ label, height, x, y, interactive, children }: Props) {
  const [ref, width] = useWidth()
  const clip = useId()
  const bottom = height - (x.label ? 34 : 20)
  const scale = (axis: AxisOptions, range: readonly [number, number], count: number) =>
    axis.log ? logScale(axis.domain, range, count) : linearScale(axis.domain, range, count)
  const axes: Axes = {
    x: scale(x, [LEFT, width - RIGHT], Math.max(2, Math.round(width / 90))),
    y: scale(y, [bottom, TOP], Math.max(2, Math.round(height / 45))),
    left: LEFT,
    right: width - RIGHT,
    top: TOP,
    bottom,
  }
  const xTicks = x.ticks ?? axes.x.ticks
  const yTicks = y.ticks ?? axes.y.ticks
  return (
    <div ref={ref} style={{ height }} className="min-w-0">
      {width > LEFT + RIGHT && (
        <svg
          width={width}
          height={height}
          role={interactive ? 'group' : 'img'}
          aria-label={label}
          className="tnum block overflow-visible text-[11px]"
        >
          <g aria-hidden fill="var(--ink-3)">
            {yTicks.map((tick) => (
              <g key={tick}>
                <line x1={axes.left} x2={axes.right} y1={axes.y.at(tick)} y2={axes.y.at(tick)} stroke="var(--line)" />
                <text x={axes.left - 6} y={axes.y.at(tick)} dy="0.32em" textAnchor="end">
                  {formatOf(y)(tick)}
                </text>
              </g>
            ))}
            {xTicks.map((tick) => (
              <text key={tick} x={axes.x.at(tick)} y={bottom + 14} textAnchor="middle">
                {formatOf(x)(tick)}
              </text>
            ))}
            {y.label && (
              <text x={0} y={9} fill="var(--ink-2)" fontWeight="500">
                {y.label}
              </text>
            )}
            {x.label && (
              <text x={axes.right} y={height - 3} textAnchor="end">
                {x.label}
              </text>
            )}
          </g>
          <clipPath id={clip}>
            <rect x={axes.left - 1} y={TOP - 4} width={axes.right - axes.left + 2} height={bottom - TOP + 6} />
          </clipPath>
          <g clipPath={`url(#${clip})`}>
            <PlotAxes value={axes}>{children}</PlotAxes>
          </g>
        </svg>
      )}
    </div>
  )
}
