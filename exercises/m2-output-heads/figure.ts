// Draws figure.svg: node --experimental-transform-types exercises/m2-output-heads/figure.ts
import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { generate } from '../../datasets/pg-hills/generator.ts'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'
import { trainOnce } from '../../docs/figures/train-once.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { buildModel as sigmoidHead } from './mistakes/sigmoid-head.ts'
import { buildModel as linearHead } from './solution.ts'
import { training } from './starter.ts'

const { x, y } = generate(400, seeded(keyedHash('a figure', 'hills')))
const across = Array.from({ length: 101 }, (_, i) => (i - 50) / 10)

const plot = panel({
  x: { label: 'x1, along the line x2 = 2', from: -5, to: 5, ticks: [-4, -2, 0, 2, 4] },
  y: { label: 'height', from: -1.25, to: 1.25, ticks: [-1, -0.5, 0, 0.5, 1] },
})
// The cones of the generator that this line crosses: a hill at (-2, 2), a hollow at (2, 2).
const cone = (distance: number) => Math.max(0, 1 - Math.abs(distance) / 2.5)
plot.line(
  across.map((x1) => [x1, cone(x1 + 2) - cone(x1 - 2)] as const),
  INK.grey,
  '5 4',
)
for (const [name, buildModel, colour, at] of [
  ['linear output', linearHead, INK.green, [2, -1.1]],
  ['sigmoid output', sigmoidHead, INK.orange, [2.2, 0.1]],
] as const) {
  const model = buildModel({ tf, inputShape: [2], outputs: 1, task: 'regression', nTrain: 400, limits: {} })
  const { curve, predict } = await trainOnce({ model, training, task: 'regression', x, y })
  console.log(name, curve.at(-1)?.metric)
  const heights = await predict(across.map((x1) => [x1, 2]))
  plot.line(
    across.map((x1, i) => [x1, heights[i] ?? 0] as const),
    colour,
  )
  plot.label(at, name, colour, 'middle')
}
plot.label([-3.9, 0.75], 'the field itself', INK.grey, 'middle')
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
