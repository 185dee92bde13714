// Draws figure.svg: node --experimental-transform-types exercises/m3-optimiser-and-schedule/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as tf from '@tensorflow/tfjs'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'
import { trainOnce } from '../../docs/figures/train-once.ts'
import { training as cosine } from './solution.ts'
import { buildModel, training as start } from './starter.ts'

// The small digits, because this runs on TensorFlow.js's plain backend.
const unzipped = (name: string) => gunzipSync(readFileSync(new URL(`../../datasets/digits8/${name}`, import.meta.url)))
const [images, labels] = [unzipped('images.idx3.gz').subarray(16), unzipped('labels.idx1.gz').subarray(8)]
const ROWS = 1000
const x = Array.from({ length: ROWS }, (_, at) =>
  Array.from(images.subarray(64 * at, 64 * (at + 1)), (ink) => ink / 16),
)
const y = Array.from(labels.subarray(0, ROWS))

const plot = panel({
  x: { label: 'epoch', from: 1, to: 8, ticks: [1, 2, 3, 4, 5, 6, 7, 8] },
  y: { label: 'training loss', from: 0.003, to: 5, log: true, ticks: [0.01, 0.1, 1] },
})
for (const [name, training, colour] of [
  ['adam 0.1', { ...cosine, learningRate: 0.1 }, INK.orange],
  ['sgd 0.01', start, INK.grey],
  ['adam 0.02', { ...cosine, learningRate: 0.02 }, INK.blue],
  [
    'adam, falling from 0.02',
    { ...cosine, learningRate: (epoch: number, epochs: number) => 0.01 * (1 + Math.cos((Math.PI * epoch) / epochs)) },
    INK.green,
  ],
] as const) {
  const model = buildModel({ tf, inputShape: [8, 8, 1], outputs: 10, task: 'multiclass', nTrain: ROWS, limits: {} })
  const { curve } = await trainOnce({ model, training, task: 'multiclass', outputs: 10, x, y, rowShape: [8, 8, 1] })
  console.log(name, curve.map(({ loss }) => loss?.toPrecision(3)).join(' '))
  const points = curve.map(({ epoch, loss }) => [epoch, loss ?? 5] as const)
  plot.line(points, colour).dots(points, colour, 2.5)
  const at = points[name.includes('falling') ? 5 : 6] ?? [7, 1]
  plot.label(
    at,
    name,
    colour,
    name.includes('falling') ? 'end' : 'middle',
    name.includes('falling') ? [-8, 14] : [0, -9],
  )
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
