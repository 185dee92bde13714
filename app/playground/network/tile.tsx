'use client'
import { type ComponentProps, useEffect, useRef } from 'react'
import { cn } from '#app/components/cn.ts'
import type { FeatureName } from '#lib/playground/features.ts'
import { featureMap, SIDE, unitMap } from '#lib/playground/field.ts'
import type { Colours } from '../colours.ts'
import { drawTile } from '../draw-field.ts'
import type { Lab, Turn } from '../lab.ts'
import { rowAt, TILE } from './geometry.ts'

/** A unit of the network: layer by depth (the output's is the last), and its place there. */
export interface UnitPlace {
  depth: number
  unit: number
}

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  lab: Lab
  colours: Colours | null
  discretise: boolean
  of: UnitPlace | FeatureName
  /** Middle of its column, and its row. */
  x: number
  row: number
  selected?: boolean
}

const map = new Float64Array(SIDE * SIDE)

/** A heat map of what a feature or unit says all over the plane; a button. */
export function Tile({ lab, colours, discretise, of, x, row, selected, className, ...button }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const feature = typeof of === 'string' ? of : null
  const { depth, unit } = typeof of === 'string' ? { depth: 0, unit: 0 } : of

  useEffect(() => {
    const paint = ({ count, all }: Turn) => {
      if (!canvas.current || !colours) return
      // Half of the small maps a frame: at thirty times a second they still flow.
      if (!all && (count + unit) % 2 !== 0) return
      if (feature) featureMap(feature, map)
      else unitMap(lab.field, lab.session.network, depth, unit, map)
      drawTile(canvas.current, map, { scale: colours.scale, discretise })
    }
    if (feature) return paint({ count: 0, all: true })
    return lab.onPaint(paint)
  }, [lab, colours, discretise, feature, depth, unit])

  return (
    <button
      type="button"
      {...button}
      style={{ left: x - TILE / 2, top: rowAt(row) - TILE / 2, width: TILE, height: TILE }}
      className={cn(
        'absolute overflow-hidden rounded-[5px] border transition-[border-color,opacity] duration-150',
        selected ? 'border-ink ring-1 ring-ink' : 'border-line-strong hover:border-ink',
        className,
      )}
    >
      <canvas ref={canvas} width={SIDE} height={SIDE} aria-hidden className="size-full" />
    </button>
  )
}
