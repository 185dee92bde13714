'use client'
import { useEffect, useRef } from 'react'
import type { LossCurve as Curve } from '#lib/playground/curve.ts'
import type { Colours } from '../colours.ts'
import type { Lab } from '../lab.ts'
import { sizeCanvas } from '../sized-canvas.ts'
import { useLabView } from '../use-lab.ts'
import { formatFigure, summaryOf } from '../words.ts'

interface Props {
  lab: Lab
  colours: Colours | null
}

const HEIGHT = 92
const LEFT = 34
const PAD = 6

/** Training and test loss by epoch: solid and dashed. */
export function LossCurve({ lab, colours }: Props) {
  const { readings } = useLabView(lab)
  const canvas = useRef<HTMLCanvasElement>(null)
  // Kept, because asking the page for it at each frame makes the browser lay the page out.
  const width = useRef(0)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const sized = new ResizeObserver(() => {
      width.current = element.clientWidth
      lab.repaint()
    })
    sized.observe(element)
    return () => sized.disconnect()
  }, [lab])
  useEffect(
    () =>
      lab.onPaint(({ losses }) => {
        if (!canvas.current || !colours || !losses) return
        const context = sizeCanvas(canvas.current, width.current, HEIGHT)
        if (context) draw(context, width.current, lab.session.curve, colours)
      }),
    [lab, colours],
  )
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`Training and test loss by epoch. ${summaryOf(readings)}`}
      style={{ height: HEIGHT }}
      className="w-full"
    />
  )
}

/** The axis ends a little above where training began or stands: one leap to 10²³ must not flatten all the rest. */
const HEADROOM = 3

function topOf({ train, test }: Curve): number {
  const ends = [train[0], test[0], train.at(-1), test.at(-1)].filter((loss) => Number.isFinite(loss)) as number[]
  const highest = Math.max(...[...train, ...test].filter(Number.isFinite), 1e-6)
  return Math.min(highest, Math.max(...ends, 1e-6) * HEADROOM)
}

function draw(context: CanvasRenderingContext2D, width: number, curve: Curve, colours: Colours) {
  const top = topOf(curve)
  const last = Math.max(curve.epochs.at(-1) ?? 0, 10)
  const right = width - PAD
  const bottom = HEIGHT - 16
  const y = (loss: number) => bottom - (loss / top) * (bottom - PAD)
  const x = (epoch: number) => LEFT + (epoch / last) * (right - LEFT)

  context.font = '10px "Inter Variable", sans-serif'
  context.fillStyle = colours.quiet
  context.strokeStyle = colours.line
  context.lineWidth = 1
  context.textAlign = 'right'
  for (const loss of [0, top / 2, top]) {
    context.beginPath()
    context.moveTo(LEFT, Math.round(y(loss)) + 0.5)
    context.lineTo(right, Math.round(y(loss)) + 0.5)
    context.stroke()
    context.fillText(loss < 1000 ? formatFigure(loss) : loss.toExponential(0), LEFT - 5, y(loss) + 3.5)
  }
  context.fillText(String(curve.epochs.at(-1) ?? 0), right, HEIGHT - 3)
  context.textAlign = 'left'
  context.fillText('0', LEFT, HEIGHT - 3)

  const line = (losses: readonly number[], colour: string, dash: number[]) => {
    context.beginPath()
    losses.forEach((loss, i) => {
      if (Number.isFinite(loss)) context.lineTo(x(curve.epochs[i] as number), y(loss))
    })
    context.strokeStyle = colour
    context.lineWidth = 1.75
    context.setLineDash(dash)
    context.stroke()
    context.setLineDash([])
  }
  context.save()
  context.beginPath()
  context.rect(LEFT, 0, right - LEFT + 1, bottom + 1)
  context.clip()
  line(curve.train, colours.train, [])
  line(curve.test, colours.test, [5, 3])
  context.restore()
}
