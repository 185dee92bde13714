import { createPixels, type Look, type Pixels, paintMap } from '../draw-field.ts'
import type { HeatMap } from '../field.ts'
import { OUTPUT_ROW, rowAt, TILE } from './geometry.ts'

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

/** A layer's heat maps, below the buttons that stand there; the output's one beside the middle of the tallest column. */
export function drawUnits(
  context: CanvasRenderingContext2D,
  { density, pixels, corners }: Sheet,
  maps: readonly HeatMap[],
  look: Look,
  isOutput: boolean,
): void {
  maps.forEach((map, unit) => {
    paintMap(pixels, map, look)
    for (const { at, opacity } of corners) pixels.image.data[at * 4 + 3] = opacity
    const top = rowAt(isOutput ? OUTPUT_ROW : unit) - rowAt(0)
    context.putImageData(pixels.image, 0, Math.round(top * density))
  })
}
