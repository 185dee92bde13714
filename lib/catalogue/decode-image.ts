import { convertIndexedToRgb, decode as decodePng } from 'fast-png'
import { decode as decodeJpeg } from 'jpeg-js'

/** Pixels as numbers from 0 to 255, row by row, channel by channel. */
export interface Picture {
  width: number
  height: number
  channels: number
  data: ArrayLike<number>
}

const PAPER = 255
/** ITU-R BT.601: how much each of red, green and blue adds to brightness. */
const LUMA = [0.299, 0.587, 0.114] as const

/**
 * Decodes a PNG or JPEG file to one channel (grey) or three (colour). What is transparent lies on white.
 * @throws Error that says what is wrong with it
 */
export function decodeImage(bytes: Uint8Array, channels: 1 | 3): Picture {
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  return toChannels(isJpeg ? jpeg(bytes) : png(bytes), channels)
}

function jpeg(bytes: Uint8Array): Picture {
  return { ...decodeJpeg(bytes, { useTArray: true, formatAsRGBA: false }), channels: 3 }
}

function png(bytes: Uint8Array): Picture {
  const decoded = decodePng(bytes)
  const { width, height, palette, depth } = decoded
  if (palette) {
    const data = convertIndexedToRgb(decoded)
    return { width, height, channels: data.length / (width * height), data }
  }
  if (depth < 8) throw new Error(`has ${depth} bits a pixel; save it with 8`)
  const data = depth === 16 ? Float64Array.from(decoded.data, (value) => value / 257) : decoded.data
  return { width, height, channels: decoded.channels, data }
}

/** 1 is grey, 2 grey and alpha, 3 colour, 4 colour and alpha. */
function toChannels({ width, height, channels: given, data }: Picture, channels: 1 | 3): Picture {
  const hasAlpha = given === 2 || given === 4
  const isGrey = given <= 2
  const out = new Float64Array(width * height * channels)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * given
    const alpha = hasAlpha ? (data[from + given - 1] as number) / 255 : 1
    const at = (channel: number) => alpha * (data[from + (isGrey ? 0 : channel)] as number) + (1 - alpha) * PAPER
    if (channels === 1) out[pixel] = isGrey ? at(0) : LUMA.reduce((sum, share, channel) => sum + share * at(channel), 0)
    else for (let channel = 0; channel < 3; channel++) out[pixel * 3 + channel] = at(channel)
  }
  return { width, height, channels, data: out }
}

/** Brings a picture to a size by averaging the area that each new pixel covers. Proportions are not kept. */
export function resizeImage({ width, height, channels, data }: Picture, toWidth: number, toHeight: number): Picture {
  const across = shares(width, toWidth)
  const down = shares(height, toHeight)
  const out = new Float64Array(toWidth * toHeight * channels)
  down.forEach((rows, y) => {
    across.forEach((columns, x) => {
      for (const [fromY, shareY] of rows)
        for (const [fromX, shareX] of columns)
          for (let channel = 0; channel < channels; channel++) {
            const at = (y * toWidth + x) * channels + channel
            const value = data[(fromY * width + fromX) * channels + channel] as number
            out[at] = (out[at] as number) + shareY * shareX * value
          }
    })
  })
  return { width: toWidth, height: toHeight, channels, data: out }
}

/** For each new place, the old ones under it and how much each counts; the shares add up to 1. */
function shares(from: number, to: number): [place: number, share: number][][] {
  const scale = from / to
  return Array.from({ length: to }, (_, i) => {
    const [start, end] = [i * scale, (i + 1) * scale]
    const places: [number, number][] = []
    for (let place = Math.floor(start); place < Math.min(from, Math.ceil(end - 1e-9)); place++)
      places.push([place, (Math.min(end, place + 1) - Math.max(start, place)) / scale])
    return places
  })
}
