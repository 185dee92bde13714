import { type HeatMap, SIDE } from './field.ts'

export interface Look {
  /** Pixels from the lowest value shown to 1; see `Colours`. */
  scale: Uint32Array
  /** The lowest value shown: −1, or 0 for an answer that is a share. What lies beyond is cut off. */
  low: -1 | 0
  /** Only the side of the middle it is on. */
  discretise: boolean
}

/** A square of pixels to paint on and to put onto canvases, used again and again. */
export interface Pixels {
  image: ImageData
  /** The image's pixels, each as one number, in the order of memory. */
  words: Uint32Array
}

export function createPixels(side: number): Pixels {
  const image = new ImageData(side, side)
  return { image, words: new Uint32Array(image.data.buffer) }
}

/** For each pixel along a side: the value before it, and how far it is on the way to the next one. */
interface Steps {
  before: Uint8Array
  onward: Float64Array
}

const stepsBySide = new Map<number, Steps>()

function stepsOf(side: number): Steps {
  const known = stepsBySide.get(side)
  if (known) return known
  const at = Float64Array.from({ length: side }, (_, i) =>
    Math.min(Math.max(((i + 0.5) / side) * SIDE - 0.5, 0), SIDE - 1),
  )
  const before = Uint8Array.from(at, (place) => Math.min(Math.floor(place), SIDE - 2))
  const steps = { before, onward: at.map((place, i) => place - (before[i] as number)) }
  stepsBySide.set(side, steps)
  return steps
}

const line = new Float64Array(SIDE)

/** Fills the square with a map, bilinear, so that a border between classes is a line and not a stair. */
export function paintMap({ image, words }: Pixels, map: HeatMap, { scale, low, discretise }: Look): void {
  const side = image.width
  const { before, onward } = stepsOf(side)
  const perUnit = 255 / (1 - low)
  for (let row = 0; row < side; row++) {
    const top = (before[row] as number) * SIDE
    const down = onward[row] as number
    for (let i = 0; i < SIDE; i++) {
      const above = map[top + i] as number
      line[i] = (above + down * ((map[top + SIDE + i] as number) - above) - low) * perUnit
    }
    for (let column = 0; column < side; column++) {
      const at = before[column] as number
      const left = line[at] as number
      const level = left + (onward[column] as number) * ((line[at + 1] as number) - left)
      words[row * side + column] = scale[discretise ? sideOf(level) : stepOf(level)] as number
    }
  }
}

/** What is no number is in the middle. */
const stepOf = (level: number): number => (level >= 255 ? 255 : level <= 0 ? 0 : level >= 0 ? (level + 0.5) | 0 : 128)
const sideOf = (level: number): number => (level > 127.5 ? 255 : level < 127.5 ? 0 : 128)
