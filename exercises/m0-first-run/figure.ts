// Draws figure.svg: node --experimental-transform-types exercises/m0-first-run/figure.ts
import { writeFileSync } from 'node:fs'
import { generate } from '../../datasets/xrt-sorter/generator.ts'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const { x, y } = generate(200, seeded(keyedHash('a figure', 'stones')))
const of = (kind: number): Point[] =>
  x.flatMap((stone, i) => (y[i] === kind ? [[stone[0] ?? 0, stone[1] ?? 0] as Point] : []))
const plot = panel({
  x: { label: 'brightness', from: -0.5, to: 4.5, ticks: [0, 1, 2, 3, 4] },
  y: { label: 'absorption', from: -0.8, to: 4.2, ticks: [0, 1, 2, 3, 4] },
})
plot
  // Halfway between the middles of the clouds, (2.4, 1.1) and (1.3, 2.2), and along them.
  .line(
    [
      [-0.3, -0.5],
      [4.3, 4.1],
    ],
    INK.grey,
    '5 4',
  )
  .dots(of(0), INK.blue, 2.6, 0.8)
  .dots(of(1), INK.orange, 2.6, 0.8)
  .label([3.4, 0.9], 'waste', INK.blue)
  .label([0.4, 3.3], 'ore', INK.orange)
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
