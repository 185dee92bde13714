'use client'
import { type RefObject, useEffect } from 'react'
import type { FeatureName } from '#lib/playground/features.ts'
import type { Network } from '#lib/playground/network.ts'
import type { Colours } from '../colours.ts'
import type { Lab } from '../lab.ts'
import { sizeCanvas } from '../sized-canvas.ts'
import { createSheet, drawUnits, type Sheet } from './draw-units.ts'
import { drawEdges } from './edges.ts'
import { FOOT_TOP, type Layout } from './geometry.ts'
import type { UnitPlace } from './tile.tsx'

interface Drawing {
  lab: Lab
  colours: Colours | null
  layout: Layout
  features: readonly FeatureName[]
  discretise: boolean
  pointed: UnitPlace | null
}

/** Keeps the canvas at the network: its weights, and the heat maps of its units. */
export function useDrawing(canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing): void {
  const { lab, colours, layout, features, discretise, pointed } = drawing
  useEffect(() => {
    let sheet: Sheet | null = null
    let drawn: Network | null = null
    return lab.onPaint(({ maps, weights }) => {
      const { network } = lab.session
      // Between a change of layers and the next network they differ for a moment.
      if (!canvas.current || !colours || network.layers.length !== layout.columns.length - 1) return
      const density = window.devicePixelRatio || 1
      const whole = (maps && weights) || drawn !== network || sheet?.density !== density
      if (sheet?.density !== density) sheet = createSheet(density)
      const context = whole ? sizeCanvas(canvas.current, layout.width, FOOT_TOP) : canvas.current.getContext('2d')
      if (!context) return
      if (whole || weights) drawEdges(context, { network, features, layout }, colours, pointed)
      if (whole || maps) drawUnits(context, sheet, lab.field, network, { layout, scale: colours.scale, discretise })
      drawn = network
    })
  }, [canvas, lab, colours, layout, features, discretise, pointed])
}
