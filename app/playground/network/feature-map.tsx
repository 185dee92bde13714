'use client'
import { useEffect, useRef } from 'react'
import type { FeatureName } from '#lib/playground/features.ts'
import type { Colours } from '../colours.ts'
import { createPixels, paintMap } from '../draw-field.ts'
import { featureMap, SIDE } from '../field.ts'

interface Props {
  name: FeatureName
  colours: Colours | null
  discretise: boolean
}

/** A feature's heat map, scaled to its greatest size on the square. Nothing that is trained changes it. */
export function FeatureMap({ name, colours, discretise }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !colours) return
    const map = featureMap(name)
    const greatest = map.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const pixels = createPixels(SIDE)
    paintMap(
      pixels,
      map.map((value) => value / greatest),
      { scale: colours.scale, low: -1, discretise },
    )
    context.putImageData(pixels.image, 0, 0)
  }, [name, colours, discretise])
  return <canvas ref={canvas} width={SIDE} height={SIDE} aria-hidden className="size-full" />
}
