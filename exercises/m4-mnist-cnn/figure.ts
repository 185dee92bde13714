// Draws figure.svg: node --experimental-transform-types exercises/m4-mnist-cnn/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { greyImage } from '../../docs/figures/grey-image.ts'
import { picture } from '../../docs/figures/plot-svg.ts'
import { functions } from '../m4-convolution-by-hand/solution.ts'

const SIDE = 28
const HEADER_BYTES = 16
const images = gunzipSync(readFileSync(new URL('../../datasets/mnist10k/images.idx3.gz', import.meta.url)))
const digit = [...images.subarray(HEADER_BYTES, HEADER_BYTES + SIDE * SIDE)]
const rows = Array.from({ length: SIDE }, (_, row) => digit.slice(row * SIDE, (row + 1) * SIDE))

/** One pixel to the right; the column that falls off is paper. */
const moved = rows.map((line) => [0, ...line.slice(0, -1)])
const changed = rows.map((line, row) => line.map((ink, column) => Math.abs(ink - (moved[row]?.[column] ?? 0))))

/** An upright edge: paper on one side, ink on the other; what is below 0 shows as 0. */
const EDGE = [
  [-1, 0, 1],
  [-1, 0, 1],
  [-1, 0, 1],
]
const seen = functions.conv2d(rows, EDGE, 1, 1).map((line) => line.map((sum) => Math.min(255, Math.max(0, sum / 3))))

const panels = [rows, moved, changed, seen]
const TITLES = ['a digit', 'moved a pixel', 'what changed', 'one kernel’s view']
writeFileSync(
  new URL('figure.svg', import.meta.url),
  picture(
    panels.map((pixels, i) =>
      greyImage(pixels.flat(), { left: 8 + i * 118, top: 8, scale: 3.9, width: SIDE, title: TITLES[i] ?? '' }),
    ),
    142,
  ),
)
