import { SIDE } from '#lib/playground/field.ts'
import { pixelOf } from './colours.ts'

/** Pixels along a side of the large map for each of the field's points. */
const ZOOM = 4
export const LARGE_SIDE = SIDE * ZOOM

const tileBytes = new Uint8ClampedArray(SIDE * SIDE * 4)
const tilePixels = new Uint32Array(tileBytes.buffer)
const largeBytes = new Uint8ClampedArray(LARGE_SIDE * LARGE_SIDE * 4)
const largePixels = new Uint32Array(largeBytes.buffer)

interface Look {
  scale: Uint32Array
  /** Only the side of nothing it is on. */
  discretise: boolean
}

/** A map on a canvas of SIDE × SIDE pixels; the page stretches it. */
export function drawTile(canvas: HTMLCanvasElement, map: Float64Array, { scale, discretise }: Look): void {
  for (let i = 0; i < map.length; i++) {
    const value = map[i] as number
    tilePixels[i] = pixelOf(scale, discretise ? Math.sign(value) : value)
  }
  canvas.getContext('2d')?.putImageData(new ImageData(tileBytes, SIDE, SIDE), 0, 0)
}

/** The same on LARGE_SIDE × LARGE_SIDE pixels, bilinear, so that a border between classes is a line and not a stair. */
export function drawLarge(canvas: HTMLCanvasElement, map: Float64Array, { scale, discretise }: Look): void {
  for (let row = 0; row < LARGE_SIDE; row++) {
    const y = clamp((row + 0.5) / ZOOM - 0.5)
    const top = Math.floor(y)
    const bottom = Math.min(top + 1, SIDE - 1)
    const down = y - top
    for (let column = 0; column < LARGE_SIDE; column++) {
      const x = clamp((column + 0.5) / ZOOM - 0.5)
      const left = Math.floor(x)
      const right = Math.min(left + 1, SIDE - 1)
      const across = x - left
      const above = mix(map[top * SIDE + left] as number, map[top * SIDE + right] as number, across)
      const below = mix(map[bottom * SIDE + left] as number, map[bottom * SIDE + right] as number, across)
      const value = mix(above, below, down)
      largePixels[row * LARGE_SIDE + column] = pixelOf(scale, discretise ? Math.sign(value) : value)
    }
  }
  canvas.getContext('2d')?.putImageData(new ImageData(largeBytes, LARGE_SIDE, LARGE_SIDE), 0, 0)
}

const clamp = (at: number): number => Math.min(Math.max(at, 0), SIDE - 1)
const mix = (a: number, b: number, share: number): number => a + (b - a) * share
