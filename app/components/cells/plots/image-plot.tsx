'use client'
import { useEffect, useRef } from 'react'
import type { Plot } from '#lib/contract/cell-output.ts'
import { shortNumber } from './plot-scale.ts'
import { plotSummary } from './plot-summary.ts'

interface Props {
  plot: Extract<Plot, { kind: 'image' }>
  width: number
}

/** Small pictures are shown large, each pixel a square. */
const WANTED_SIDE = 224

export function ImagePlot({ plot, width }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const times = Math.max(1, Math.floor(Math.min(WANTED_SIDE, width) / Math.max(plot.width, plot.height)))

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(plot.width, plot.height)
    const perUnit = 255 / (plot.high - plot.low || 1)
    for (let pixel = 0; pixel < plot.width * plot.height; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        const from = pixel * plot.channels + (plot.channels === 3 ? channel : 0)
        image.data[pixel * 4 + channel] = ((plot.values[from] ?? plot.low) - plot.low) * perUnit
      }
      image.data[pixel * 4 + 3] = 255
    }
    context.putImageData(image, 0, 0)
  }, [plot])

  return (
    <div className="flex flex-wrap items-end gap-3">
      <canvas
        ref={canvas}
        role="img"
        aria-label={plotSummary(plot)}
        width={plot.width}
        height={plot.height}
        style={{ width: plot.width * times, height: plot.height * times }}
        className="max-w-full rounded-sm border border-line [image-rendering:pixelated]"
      />
      <p className="tnum text-ink-3 text-xs">
        {plot.width} × {plot.height}, black {shortNumber(plot.low)}, white {shortNumber(plot.high)}
      </p>
    </div>
  )
}
