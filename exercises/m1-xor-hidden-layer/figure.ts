// Draws figure.svg: node --experimental-transform-types exercises/m1-xor-hidden-layer/figure.ts
import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { generate } from '../../datasets/pg-xor/generator.ts'
import { INK, type Point, panel, picture } from '../../docs/figures/plot-svg.ts'
import { trainOnce } from '../../docs/figures/train-once.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { buildModel as hidden } from './solution.ts'
import { buildModel as single, training } from './starter.ts'

const { x, y } = generate(300, seeded(keyedHash('a figure', 'xor')))
const CELLS = 20
const REACH = 4.6
const side = (2 * REACH) / CELLS
const centres = Array.from({ length: CELLS }, (_, i) => -REACH + side * (i + 0.5))
const grid = centres.flatMap((b) => centres.map((a) => [a, b]))
const axis = { from: -REACH, to: REACH, ticks: [-4, -2, 0, 2, 4] }

const panels = []
for (const [at, title, buildModel] of [
  [[30, 30, 200, 200], 'one neuron', single],
  [[272, 30, 200, 200], 'eight hidden units', hidden],
] as const) {
  const model = buildModel({ tf, inputShape: [2], outputs: 1, task: 'binary', nTrain: 300, limits: {} })
  const { curve, predict } = await trainOnce({ model, training, task: 'binary', x, y })
  console.log(title, curve.at(-1)?.metric)
  const plot = panel({ x: { ...axis, label: 'x1' }, y: { ...axis, label: '' }, at, title })
  for (const [i, probability] of (await predict(grid)).entries()) {
    const [a = 0, b = 0] = grid[i] ?? []
    const sure = Math.abs(probability - 0.5) * 0.6
    if (sure > 0.02)
      plot.box(
        [a - side / 2, b - side / 2],
        [a + side / 2, b + side / 2],
        probability > 0.5 ? INK.orange : INK.blue,
        Math.round(sure * 10) / 10,
      )
  }
  const of = (label: number) => x.filter((_, row) => y[row] === label).slice(0, 70) as unknown as Point[]
  plot.dots(of(0), INK.blue, 2.2).dots(of(1), INK.orange, 2.2)
  panels.push(plot)
}
writeFileSync(new URL('figure.svg', import.meta.url), picture(panels))
