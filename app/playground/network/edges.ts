import type { FeatureName } from '#lib/playground/features.ts'
import type { Network } from '#lib/playground/network.ts'
import type { Colours } from '../colours.ts'
import { FOOT_TOP, inputRow, type Layout, OUTPUT_ROW, rowAt, TILE } from './geometry.ts'

/** One weight: from what a layer takes in to one of its units. */
export interface Edge {
  depth: number
  input: number
  unit: number
  weight: number
}

interface Line {
  x0: number
  y0: number
  x1: number
  y1: number
}

interface Drawing {
  network: Network
  features: readonly FeatureName[]
  layout: Layout
}

function* edgesOf({ network }: Drawing): Generator<Edge> {
  for (const [depth, { inputs, units, parameters }] of network.layers.entries())
    for (let input = 0; input < inputs; input++)
      for (let unit = 0; unit < units; unit++)
        yield { depth, input, unit, weight: parameters.kernel[input * units + unit] as number }
}

function lineOf({ network, features, layout }: Drawing, { depth, input, unit }: Edge): Line {
  const isOutput = depth === network.layers.length - 1
  return {
    x0: (layout.columns[depth] as number) + TILE / 2,
    y0: rowAt(inputRow(depth, input, features)),
    x1: (layout.columns[depth + 1] as number) - TILE / 2,
    y1: rowAt(isOutput ? OUTPUT_ROW : unit),
  }
}

/** A weight of 1 is 2 pixels wide; the root keeps small ones visible and large ones from covering the drawing. */
const widthOf = (weight: number): number => Math.min(7, 0.4 + 1.8 * Math.sqrt(Math.abs(weight)))

/**
 * Every weight as a line: colour by its sign, width by its size; negative ones dashed. Clears only the gaps between the
 * columns, where lines run: units stay as they are drawn.
 */
export function drawEdges(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  colours: Colours,
  marked: Pick<Edge, 'depth' | 'unit'> | null,
): void {
  const { columns } = drawing.layout
  for (const [i, column] of columns.slice(1).entries()) {
    const left = (columns[i] as number) + TILE / 2
    context.clearRect(left, 0, column - TILE / 2 - left, FOOT_TOP)
  }
  for (const edge of edgesOf(drawing)) {
    if (!Number.isFinite(edge.weight)) continue
    const { x0, y0, x1, y1 } = lineOf(drawing, edge)
    const middle = (x0 + x1) / 2
    const leads = marked !== null && marked.depth === edge.depth && marked.unit === edge.unit
    context.beginPath()
    context.moveTo(x0, y0)
    context.bezierCurveTo(middle, y0, middle, y1, x1, y1)
    context.strokeStyle = edge.weight >= 0 ? colours.positive : colours.negative
    context.lineWidth = widthOf(edge.weight)
    context.setLineDash(edge.weight >= 0 ? [] : [6, 3])
    context.globalAlpha = marked === null || leads ? 0.35 + 0.55 * Math.min(1, Math.abs(edge.weight)) : 0.12
    context.stroke()
  }
  context.globalAlpha = 1
  context.setLineDash([])
}

const SAMPLES = 24
const REACH_PIXELS = 6

/** The edge that passes nearest to a place, if any passes near. */
export function edgeAt(drawing: Drawing, x: number, y: number): Edge | null {
  let nearest: Edge | null = null
  let distance = REACH_PIXELS
  for (const edge of edgesOf(drawing)) {
    const line = lineOf(drawing, edge)
    if (x < line.x0 || x > line.x1) continue
    const away = distanceTo(line, x, y)
    if (away >= distance) continue
    distance = away
    nearest = edge
  }
  return nearest
}

function distanceTo({ x0, y0, x1, y1 }: Line, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i <= SAMPLES; i++) {
    const t = i / SAMPLES
    // The curve's Bernstein weights; its two handles stand in the middle, at the height of its ends.
    const [b0, b1, b2, b3] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
    const middle = (x0 + x1) / 2
    const px = b0 * x0 + (b1 + b2) * middle + b3 * x1
    const py = (b0 + b1) * y0 + (b2 + b3) * y1
    least = Math.min(least, Math.hypot(px - x, py - y))
  }
  return least
}
