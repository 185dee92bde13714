import { EXTENT, type Point, type Problem } from '#lib/playground/data-sets.ts'
import type { Colours } from './colours.ts'

interface Look {
  colours: Colours
  problem: Problem
  /** Hollow: points that are tested on. */
  hollow: boolean
  radius: number
}

/** Points on a canvas that shows the square; class 1 is round, class 0 is square, so that colour is not alone. */
export function drawPoints(context: CanvasRenderingContext2D, points: readonly Point[], side: number, look: Look) {
  const { colours, problem, hollow, radius } = look
  const place = (value: number) => ((value / EXTENT + 1) / 2) * side
  for (const { x1, x2, y } of points) {
    const high = problem === 'classification' ? y === 1 : y > 0
    const [x, yy] = [place(x1), side - place(x2)]
    context.beginPath()
    if (high) context.arc(x, yy, radius, 0, 2 * Math.PI)
    else context.rect(x - radius * 0.9, yy - radius * 0.9, radius * 1.8, radius * 1.8)
    const colour = high ? colours.positive : colours.negative
    // Numbers to learn: the paler, the nearer to nothing.
    context.globalAlpha = problem === 'regression' ? 0.25 + 0.75 * Math.min(1, Math.abs(y)) : 1
    context.fillStyle = hollow ? colours.surface : colour
    context.fill()
    context.globalAlpha = 1
    context.lineWidth = hollow ? 1.25 : 0.75
    context.strokeStyle = hollow ? colour : colours.surface
    context.stroke()
  }
}
