import { useEffect, useRef } from 'react'
import { cn } from '../../cn.ts'
import { mix, type Palette, type Rgb, usePalette } from './palette.ts'

/** How a value from −1 to 1 (or 0 to 1) becomes a colour. */
const SHADES = {
  /** −1 orange, 0 the page, 1 blue; pale, so that points can be seen on it. */
  signed: (value: number, { surface, positive, negative }: Palette): Rgb =>
    mix(surface, value >= 0 ? positive : negative, Math.min(1, Math.abs(value)) * 0.5),
  /** The same in full strength, where nothing lies on it. */
  'signed-strong': (value: number, { surface, positive, negative }: Palette): Rgb =>
    mix(surface, value >= 0 ? positive : negative, Math.min(1, Math.abs(value)) * 0.95),
  /** 0 black, 1 white, in both schemes: a photograph. */
  grey: (value: number): Rgb => mix([16, 17, 20], [246, 246, 248], Math.min(1, Math.max(0, value))),
  /** 0 the page, 1 the ink: heights of a landscape. */
  depth: (value: number, { surface, ink }: Palette): Rgb => mix(surface, ink, Math.min(1, Math.max(0, value)) * 0.42),
} as const

interface Props {
  /** Row by row, the top one first. */
  values: ArrayLike<number>
  columns: number
  rows: number
  shade: keyof typeof SHADES
  /** Between cells: blended for a sample of something smooth, sharp for pixels. */
  smooth?: boolean
  /** Said instead of the picture; without one it is decoration of something that speaks for itself. */
  label?: string
  className?: string
}

/** Numbers as colours, one pixel each, stretched to the element's size. */
export function HeatMap({ values, columns, rows, shade, smooth, label, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    const image = context.createImageData(columns, rows)
    const colourOf = SHADES[shade]
    for (let i = 0; i < columns * rows; i++) {
      const [r, g, b] = colourOf(values[i] ?? 0, palette)
      image.data.set([r, g, b, 255], i * 4)
    }
    context.putImageData(image, 0, 0)
  }, [values, columns, rows, shade, palette])

  return (
    <canvas
      ref={canvas}
      width={columns}
      height={rows}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      className={cn('block size-full', className)}
      style={{ imageRendering: smooth ? 'auto' : 'pixelated' }}
    />
  )
}
