'use client'
import { type RefObject, useEffect } from 'react'
import type { FeatureName } from '#lib/playground/features.ts'
import type { Network } from '#lib/playground/network.ts'
import type { Colours } from '../colours.ts'
import { lowOf } from '../field.ts'
import type { Lab } from '../lab.ts'
import { sizeCanvas } from '../sized-canvas.ts'
import { createSheet, drawUnits, type Sheet } from './draw-units.ts'
import { drawEdges } from './edges.ts'
import { COLUMN_HEIGHT, FOOT_TOP, type Layout, TILE } from './geometry.ts'
import type { UnitPlace } from './tile.tsx'

interface Drawing {
  lab: Lab
  colours: Colours | null
  layout: Layout
  features: readonly FeatureName[]
  discretise: boolean
  pointed: UnitPlace | null
}

interface Canvases {
  weights: RefObject<HTMLCanvasElement | null>
  /** One a column, the output's last: what a browser has to copy each time is no larger than the maps themselves. */
  units: RefObject<(HTMLCanvasElement | null)[]>
}

/** Keeps the canvases at the network: its weights, and the heat maps of its units. */
export function useDrawing({ weights, units }: Canvases, drawing: Drawing): void {
  const { lab, colours, layout, features, discretise, pointed } = drawing
  useEffect(() => {
    let sheet: Sheet | null = null
    let drawn: Network | null = null
    return lab.onPaint((turn) => {
      const { network } = lab.session
      const { layers } = network
      // Between a change of layers and the next network they differ for a moment.
      if (!weights.current || !colours || layers.length !== layout.columns.length - 1) return
      const density = window.devicePixelRatio || 1
      const isNew = drawn !== network || sheet?.density !== density
      if (sheet?.density !== density) sheet = createSheet(density)
      drawn = network

      const lines = isNew || turn.weights ? sizeCanvas(weights.current, layout.width, FOOT_TOP) : null
      if (lines) drawEdges(lines, { network, features, layout }, colours, pointed)
      if (!isNew && !turn.maps) return
      for (const [depth, layer] of layers.entries()) {
        const canvas = units.current[depth]
        const context = isNew ? canvas && sizeCanvas(canvas, TILE, COLUMN_HEIGHT) : canvas?.getContext('2d')
        const look = { scale: colours.scale, low: lowOf(layer), discretise }
        if (context) drawUnits(context, sheet, lab.field.units[depth] ?? [], look, depth === layers.length - 1)
      }
    })
  }, [weights, units, lab, colours, layout, features, discretise, pointed])
}
