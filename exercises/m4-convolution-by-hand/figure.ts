// Draws figure.svg: node --experimental-transform-types exercises/m4-convolution-by-hand/figure.ts
import { writeFileSync } from 'node:fs'
import { INK, picture } from '../../docs/figures/plot-svg.ts'
import { functions } from './solution.ts'

// A dark dyke, two pixels wide, through light rock; and a kernel that answers where it is darker on the right than on the left.
const image = Array.from({ length: 6 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) =>
    column === 3 - (row > 2 ? 1 : 0) || column === 4 - (row > 2 ? 1 : 0) ? 1 : 7,
  ),
)
const kernel = [
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1],
]
const CELL = 26

function grid(
  values: number[][],
  left: number,
  top: number,
  title: string,
  marked: (row: number, column: number) => boolean,
) {
  const largest = Math.max(...values.flat().map(Math.abs))
  const cells = values.flatMap((line, row) =>
    line.map((value, column) => {
      const [x, y] = [left + column * CELL, top + row * CELL]
      const colour = value < 0 ? INK.orange : INK.blue
      const edge = marked(row, column)
        ? `stroke="${INK.purple}" stroke-width="2.5"`
        : `stroke="${INK.grey}" stroke-opacity=".4"`
      return `<g><rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="${colour}" fill-opacity="${(0.5 * Math.abs(value)) / largest}" ${edge}/><text x="${x + CELL / 2}" y="${y + CELL / 2 + 4}" text-anchor="middle" fill="#000">${String(value).replace('-', '−')}</text></g>`
    }),
  )
  const caption = `<text x="${left + ((values[0]?.length ?? 0) * CELL) / 2}" y="${top - 8}" text-anchor="middle">${title}</text>`
  return { svg: () => caption + cells.join('') }
}
const sign = (x: number, mark: string) => ({
  svg: () => `<text x="${x}" y="118" text-anchor="middle" font-size="20">${mark}</text>`,
})

const sums = functions.conv2d(image, kernel, 1, 0)
writeFileSync(
  new URL('figure.svg', import.meta.url),
  picture(
    [
      grid(image, 10, 34, 'image, 6 × 6', (row, column) => row < 3 && column < 3),
      sign(185, '∗'),
      grid(kernel, 204, 73, 'kernel, 3 × 3', () => true),
      sign(301, '='),
      grid(sums, 320, 60, 'sums, 4 × 4', (row, column) => row === 0 && column === 0),
    ],
    210,
  ),
)
