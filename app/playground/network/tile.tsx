'use client'
import type { ComponentProps } from 'react'
import { cn } from '#app/components/cn.ts'
import { rowAt, TILE } from './geometry.ts'

/** A unit of the network: layer by depth (the output's is the last), and its place there. */
export interface UnitPlace {
  depth: number
  unit: number
}

interface Props extends ComponentProps<'button'> {
  /** Middle of its column, and its row. */
  x: number
  row: number
  selected?: boolean
}

/** The button where a feature or unit stands; a unit's heat map lies below it, on the canvas of the whole network. */
export const Tile = ({ x, row, selected, className, ...button }: Props) => (
  <button
    type="button"
    {...button}
    style={{ left: x - TILE / 2, top: rowAt(row) - TILE / 2, width: TILE, height: TILE }}
    className={cn(
      'absolute overflow-hidden rounded-[5px] border transition-[border-color,opacity] duration-150',
      selected ? 'border-ink ring-1 ring-ink' : 'border-line-strong hover:border-ink',
      className,
    )}
  />
)
