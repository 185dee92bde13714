'use client'
import { useEffect, useRef } from 'react'
import { EXTENT, problemOf } from '#lib/playground/data-sets.ts'
import type { PlaygroundState } from '#lib/playground/state.ts'
import type { Colours } from '../colours.ts'
import { createPixels, paintMap } from '../draw-field.ts'
import { drawPoints } from '../draw-points.ts'
import { lowOf } from '../field.ts'
import type { Lab } from '../lab.ts'
import type { UnitPlace } from '../network/tile.tsx'
import { sizeCanvas } from '../sized-canvas.ts'
import { useLabView } from '../use-lab.ts'
import { summaryOf } from '../words.ts'

interface Props {
  lab: Lab
  colours: Colours | null
  state: PlaygroundState
  /** Whose map is shown; the output's when nothing is pointed at. */
  place: UnitPlace | null
}

/** Pixels along a side; the page stretches them. */
const FIELD_PIXELS = 200

/** What the network (or one unit of it) says all over the plane, with the points on it. */
export function OutputMap({ lab, colours, state, place }: Props) {
  const { readings } = useLabView(lab)
  const field = useRef<HTMLCanvasElement>(null)
  const points = useRef<HTMLCanvasElement>(null)
  const { discretise, showTest, data } = state

  useEffect(() => {
    const context = field.current?.getContext('2d')
    if (!context || !colours) return
    const pixels = createPixels(FIELD_PIXELS)
    return lab.onPaint(({ maps }) => {
      if (!maps) return
      const { layers } = lab.session.network
      const { depth, unit } = place ?? { depth: layers.length - 1, unit: 0 }
      const [layer, map] = [layers[depth], lab.field.units[depth]?.[unit]]
      if (!layer || !map) return
      paintMap(pixels, map, { scale: colours.scale, low: lowOf(layer), discretise })
      context.putImageData(pixels.image, 0, 0)
    })
  }, [lab, colours, discretise, place])

  // Points change far less often than the field below them.
  const { session } = lab
  useEffect(() => {
    const canvas = points.current
    if (!canvas || !colours) return
    const draw = () => {
      const side = canvas.clientWidth
      const context = sizeCanvas(canvas, side, side)
      if (!context) return
      const look = { colours, problem: problemOf(data), radius: 2.8 }
      if (showTest) drawPoints(context, session.test.points, side, { ...look, hollow: true })
      drawPoints(context, session.train.points, side, { ...look, hollow: false })
    }
    draw()
    const sized = new ResizeObserver(draw)
    sized.observe(canvas)
    return () => sized.disconnect()
  }, [colours, data, showTest, session])

  return (
    <div
      role="img"
      aria-label={`What the network answers over the plane. ${summaryOf(readings)}`}
      className="relative aspect-square w-full overflow-hidden rounded-md border border-line"
    >
      <canvas ref={field} width={FIELD_PIXELS} height={FIELD_PIXELS} className="absolute inset-0 size-full" />
      <canvas ref={points} className="absolute inset-0 size-full" />
      <span aria-hidden className="tnum absolute bottom-1 left-1.5 text-2xs text-ink-2">
        −{EXTENT}
      </span>
      <span aria-hidden className="tnum absolute right-1.5 bottom-1 text-2xs text-ink-2">
        x₁ {EXTENT}
      </span>
      <span aria-hidden className="tnum absolute top-1 left-1.5 text-2xs text-ink-2">
        x₂ {EXTENT}
      </span>
    </div>
  )
}
