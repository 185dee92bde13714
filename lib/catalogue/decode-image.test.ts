import fc from 'fast-check'
import { encode } from 'fast-png'
import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { decodeImage, resizeImage } from './decode-image.ts'

const png = (channels: number, values: number[], depth: 8 | 16 = 8) =>
  encode({
    width: values.length / channels,
    height: 1,
    channels,
    depth,
    data: depth === 16 ? Uint16Array.from(values) : Uint8Array.from(values),
  })
const rounded = (bytes: Uint8Array, channels: 1 | 3) => Array.from(decodeImage(bytes, channels).data, Math.round)

describe('a picture', () => {
  it.each([
    ['grey stays', png(1, [0, 200]), 1, [0, 200]],
    ['grey in three channels', png(1, [7]), 3, [7, 7, 7]],
    ['colour stays', png(3, [1, 2, 3]), 3, [1, 2, 3]],
    ['colour to grey', png(3, [255, 0, 0, 0, 255, 0, 0, 0, 255]), 1, [76, 150, 29]],
    ['half transparent black lies on white', png(2, [0, 128]), 1, [127]],
    ['clear colour is white', png(4, [9, 9, 9, 0]), 3, [255, 255, 255]],
    ['16 bits', png(1, [65_535, 257], 16), 1, [255, 1]],
  ] as const)('%s', (_, bytes, channels, expected) => {
    expect(rounded(bytes, channels)).toEqual(expected)
  })

  it('in JPEG is the same to within its loss', () => {
    const data = Buffer.alloc(8 * 8 * 4, 255).map((_, i) => (i % 4 === 0 ? 200 : i % 4 === 3 ? 255 : 50))
    const [red = 0, green = 0] = rounded(jpeg.encode({ width: 8, height: 8, data }, 95).data, 3)
    expect(Math.abs(red - 200)).toBeLessThan(6)
    expect(Math.abs(green - 50)).toBeLessThan(6)
  })

  it('that is none is refused', () => {
    expect(() => decodeImage(new TextEncoder().encode('no picture at all'), 1)).toThrow()
  })
})

describe('resizing', () => {
  const grey = (width: number, data: number[]) => ({ width, height: data.length / width, channels: 1, data })

  it.each([
    ['halves by averaging', grey(4, [0, 2, 4, 6]), [2, 1], [1, 5]],
    ['weighs pixels by how much of them it covers', grey(3, [0, 3, 6]), [2, 1], [1, 5]],
    ['repeats where it enlarges', grey(2, [1, 5]), [4, 1], [1, 1, 5, 5]],
    ['goes down as it goes across', grey(1, [0, 2, 4, 6]), [1, 2], [1, 5]],
  ] as const)('%s', (_, picture, [width, height], expected) => {
    const { data } = resizeImage(picture, width, height)
    Array.from(data).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? Number.NaN)
    })
  })

  it('keeps the mean brightness, whatever the sizes', () => {
    const size = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(
        size,
        size,
        size,
        size,
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (w, h, toW, toH, values) => {
          const picture = grey(w, [...values.take(w * h)])
          const mean = (data: ArrayLike<number>) =>
            Array.from(data).reduce((sum, value) => sum + value, 0) / data.length
          expect(mean(resizeImage(picture, toW, toH).data)).toBeCloseTo(mean(picture.data))
        },
      ),
    )
  })
})
