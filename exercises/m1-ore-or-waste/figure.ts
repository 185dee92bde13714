// Draws figure.svg: node --experimental-transform-types exercises/m1-ore-or-waste/figure.ts
import { writeFileSync } from 'node:fs'
import { generate } from '../../datasets/assays-synthetic/generator.ts'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

const { x, y } = generate(600, seeded(keyedHash('a figure', 'assays')))
const points = x.map((assay, row) => ({ at: [assay[2] ?? 0, assay[3] ?? 0] as Point, ore: y[row] === 1 }))
const plot = panel({
  x: { label: 'alumina, %', from: 0.4, to: 3, ticks: [0.5, 1, 1.5, 2, 2.5, 3] },
  y: { label: 'phosphorus, %', from: 0, to: 0.16, ticks: [0, 0.04, 0.08, 0.12, 0.16] },
})
plot.dots(
  points.flatMap(({ at, ore }) => (ore ? [] : [at])),
  INK.grey,
  2.2,
  0.7,
)
plot.dots(
  points.flatMap(({ at, ore }) => (ore ? [at] : [])),
  INK.orange,
  2.2,
)
plot.label([0.45, 0.155], 'ore', INK.orange, 'start', [0, 4])
plot.label([0.62, 0.155], 'waste', INK.grey, 'start', [0, 4])
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
