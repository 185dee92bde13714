import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { fixed } from './number.ts'
import { usePlane } from './plane.tsx'

interface Props {
  label: string
  x: number
  y: number
  onMove: (x: number, y: number) => void
}

const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** A point of a plane that can be dragged, and moved with arrow keys (with Shift in larger steps). */
export function PlaneHandle({ label, x, y, onMove }: Props) {
  const plane = usePlane()
  const circle = useRef<SVGCircleElement>(null)
  const inside = (value: number) => Math.min(plane.range * 0.98, Math.max(-plane.range * 0.98, value))

  const drag = (event: PointerEvent) => {
    const matrix = circle.current?.ownerSVGElement?.getScreenCTM()
    if (!matrix || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    onMove(inside((place.x - plane.x(0)) / plane.unit), inside((plane.y(0) - place.y) / plane.unit))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = KEYS[event.key]
    if (!by) return
    event.preventDefault()
    const far = plane.range * (event.shiftKey ? 0.2 : 0.04)
    onMove(inside(x + by[0] * far), inside(y + by[1] * far))
  }

  return (
    <g>
      <circle cx={plane.x(x)} cy={plane.y(y)} r="5" fill="var(--surface)" stroke="var(--accent)" strokeWidth="2" />
      {/* A wider target than what is seen, for fingers. */}
      <circle
        ref={circle}
        cx={plane.x(x)}
        cy={plane.y(y)}
        r="12"
        fill="transparent"
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuenow={Number(x.toFixed(2))}
        aria-valuemin={-plane.range}
        aria-valuemax={plane.range}
        aria-valuetext={`x ${fixed(x)}, y ${fixed(y)}`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={onKeyDown}
        className="cursor-grab touch-none active:cursor-grabbing"
      />
    </g>
  )
}
