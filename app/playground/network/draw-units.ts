import type { Network } from '#lib/playground/network.ts'
import { createPixels, type Pixels, paintMap } from '../draw-field.ts'
import { type Field, lowOf } from '../field.ts'
import { type Layout, OUTPUT_ROW, rowAt, TILE } from './geometry.ts'

const RADIUS = 5

/** Pixels of a tile on a screen of this density, and how opaque those in its corners are. */
export interface Sheet {
  density: number
  pixels: Pixels
  corners: { at: number; opacity: number }[]
}

export function createSheet(density: number): Sheet {
  const side = Math.round(TILE * density)
  const radius = RADIUS * density
  const corners: Sheet['corners'] = []
  for (let at = 0; at < side * side; at++) {
    // From the middle of the tile outwards; beyond the corner's own centre the distance to that counts.
    const [x, y] = [at % side, Math.floor(at / side)].map((place) => Math.abs(place + 0.5 - side / 2)) as [
      number,
      number,
    ]
    const [across, down] = [x - side / 2 + radius, y - side / 2 + radius]
    if (across <= 0 || down <= 0) continue
    const inside = radius - Math.hypot(across, down) + 0.5
    if (inside < 1) corners.push({ at, opacity: Math.round(Math.max(0, inside) * 255) })
  }
  return { density, pixels: createPixels(side), corners }
}

interface Look {
  layout: Layout
  scale: Uint32Array
  discretise: boolean
}

/** Every unit's heat map, below the button that stands there: on one canvas, for each one more costs at every frame. */
export function drawUnits(
  context: CanvasRenderingContext2D,
  { density, pixels, corners }: Sheet,
  field: Field,
  { layers }: Network,
  { layout, scale, discretise }: Look,
): void {
  layers.forEach((layer, depth) => {
    const look = { scale, low: lowOf(layer), discretise }
    const left = (layout.columns[depth + 1] as number) - TILE / 2
    field.units[depth]?.forEach((map, unit) => {
      paintMap(pixels, map, look)
      for (const { at, opacity } of corners) pixels.image.data[at * 4 + 3] = opacity
      const top = rowAt(depth === layers.length - 1 ? OUTPUT_ROW : unit) - TILE / 2
      context.putImageData(pixels.image, Math.round(left * density), Math.round(top * density))
    })
  })
}
