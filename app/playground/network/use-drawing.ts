'use client'
import { type RefObject, useEffect } from 'react'
import type { FeatureName } from '#lib/playground/features.ts'
import type { Colours } from '../colours.ts'
import type { Lab } from '../lab.ts'
import { sizeCanvas } from '../sized-canvas.ts'
import { createSheet, drawUnits } from './draw-units.ts'
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

/** Small maps flow at thirty times a second. */
const UNITS_EVERY = 2
/** Hundreds of curves; a weight's width changes too little from frame to frame to be seen. A multiple of the above. */
const EDGES_EVERY = 6

/** Keeps the canvas at the network: its weights, and the heat maps of its units. */
export function useDrawing(canvas: RefObject<HTMLCanvasElement | null>, drawing: Drawing): void {
  const { lab, colours, layout, features, discretise, pointed } = drawing
  useEffect(() => {
    let sheet = createSheet(window.devicePixelRatio || 1)
    return lab.onPaint(({ count, all }) => {
      if (!canvas.current || !colours || (!all && count % UNITS_EVERY !== 0)) return
      const { network } = lab.session
      // Between a change of layers and the next network they differ for a moment.
      if (network.layers.length !== layout.columns.length - 1) return
      const density = window.devicePixelRatio || 1
      const moved = density !== sheet.density
      if (moved) sheet = createSheet(density)
      if (all || moved || count % EDGES_EVERY === 0) {
        const context = sizeCanvas(canvas.current, layout.width, FOOT_TOP)
        if (context) drawEdges(context, { network, features, layout }, colours, pointed)
      }
      const context = canvas.current.getContext('2d')
      if (context) drawUnits(context, sheet, lab.field, network, { layout, scale: colours.scale, discretise })
    })
  }, [canvas, lab, colours, layout, features, discretise, pointed])
}
