import { INK } from './plot-svg.ts'

interface Place {
  left: number
  top: number
  /** Of one pixel. */
  scale: number
  /** Pixels in a row. */
  width: number
  title?: string
}

/** Shades are few, so that neighbours run together: a picture of 32 × 32 pixels then takes about 5 kB. */
const SHADES = 5

/** A small picture of pixels from 0, black, to 255: one path for each shade, with a stroke for every run of it. */
export function greyImage(pixels: ArrayLike<number>, { left, top, scale, width, title }: Place): { svg(): string } {
  const height = pixels.length / width
  const runs = new Map<number, string>()
  for (let row = 0; row < height; row++) {
    let from = 0
    for (let column = 1; column <= width; column++) {
      const shade = shadeOf(pixels[row * width + from])
      if (column < width && shadeOf(pixels[row * width + column]) === shade) continue
      runs.set(shade, `${runs.get(shade) ?? ''}M${from} ${row + 0.5}h${column - from}`)
      from = column
    }
  }
  const paths = [...runs].map(([shade, path]) => {
    const grey = Math.round((255 * shade) / (SHADES - 1))
    return `<path d="${path}" stroke="rgb(${grey},${grey},${grey})" stroke-width="1.04"/>`
  })
  const caption = title
    ? `<text x="${left + (width * scale) / 2}" y="${top + height * scale + 14}" text-anchor="middle" fill="${INK.grey}">${title}</text>`
    : ''
  return { svg: () => `<g transform="translate(${left} ${top}) scale(${scale})">${paths.join('')}</g>${caption}` }
}

const shadeOf = (pixel = 0): number => Math.round((pixel / 255) * (SHADES - 1))
