'use client'
import { useEffect, useRef } from 'react'
import { type DataSetName, drawPoints as drawSet, problemOf } from '#lib/playground/data-sets.ts'
import { seededRandom } from '#lib/training/seeded-random.ts'
import type { Colours } from '../colours.ts'
import { drawPoints } from '../draw-points.ts'
import { sizeCanvas } from '../sized-canvas.ts'
import { DATA_WORDS } from '../words.ts'

interface Props {
  name: DataSetName
  colours: Colours | null
  chosen: boolean
  onChoose: () => void
}

const SIDE = 52
/** Enough to see the shape. */
const SHOWN = 160

export function DataThumbnail({ name, colours, chosen, onChoose }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current && sizeCanvas(canvas.current, SIDE, SIDE)
    if (!context || !colours) return
    const points = drawSet(name, 0, seededRandom(1)).slice(0, SHOWN)
    drawPoints(context, points, SIDE, { colours, problem: problemOf(name), hollow: false, radius: 1.6 })
  }, [name, colours])
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className="group grid justify-items-center gap-1 rounded-md text-2xs text-ink-3 aria-pressed:text-ink"
    >
      <span className="rounded-md border border-line bg-surface p-0.5 transition-colors duration-150 group-hover:border-line-strong group-aria-pressed:border-ink group-aria-pressed:ring-1 group-aria-pressed:ring-ink">
        <canvas ref={canvas} aria-hidden style={{ width: SIDE, height: SIDE }} />
      </span>
      {DATA_WORDS[name]}
    </button>
  )
}
