// Draws figure.svg: node --experimental-transform-types exercises/m3-initialisation/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as tf from '@tensorflow/tfjs'
import { INK, type Point, panel, picture, powerOfTen } from '../../docs/figures/plot-svg.ts'

await tf.setBackend('cpu')
const ROWS = 200
const pixels = gunzipSync(readFileSync(new URL('../../datasets/digits8/images.idx3.gz', import.meta.url)))
const digits = tf.tensor2d(
  Array.from(pixels.subarray(16, 16 + 64 * ROWS), (shade) => shade / 16),
  [ROWS, 64],
)

type Initializer = Parameters<typeof tf.layers.dense>[0]['kernelInitializer']

/** Standard deviation of each relu layer's answers, as the mean over a few drawn networks. */
function spreads(make: () => Initializer): Point[] {
  const NETWORKS = 20
  const sums = new Array<number>(8).fill(0)
  for (let drawn = 0; drawn < NETWORKS; drawn++) {
    let signal: tf.Tensor = digits
    for (let layer = 0; layer < 8; layer++) {
      const dense = tf.layers.dense({ units: 32, activation: 'relu', kernelInitializer: make() ?? 'zeros' })
      signal = dense.apply(signal) as tf.Tensor
      sums[layer] = (sums[layer] ?? 0) + Math.sqrt(tf.moments(signal).variance.dataSync()[0] ?? 0) / NETWORKS
    }
  }
  return sums.map((sd, layer) => [layer + 1, sd])
}

const fixed = (stddev: number) => () => tf.initializers.randomNormal({ stddev })
const plot = panel({
  x: { label: 'hidden layer', from: 0.7, to: 9.9, ticks: [1, 2, 3, 4, 5, 6, 7, 8] },
  y: {
    label: 'spread of its answers',
    from: 1e-12,
    to: 1e8,
    log: true,
    ticks: [1e-12, 1e-8, 1e-4, 1, 1e4, 1e8],
    format: powerOfTen,
  },
})
for (const [name, make, colour] of [
  ['sd 1', fixed(1), INK.orange],
  ['He', () => 'heNormal' as const, INK.green],
  ['Glorot', () => 'glorotUniform' as const, INK.blue],
  ['sd 0.05', fixed(0.05), INK.purple],
  ['sd 0.01', fixed(0.01), INK.grey],
] as const) {
  const points = spreads(make)
  console.log(name, points.map(([, sd]) => sd.toExponential(1)).join(' '))
  plot.line(points, colour).dots(points, colour, 3)
  plot.label(points.at(-1) ?? [8, 1], name, colour, 'start', [9, name === 'Glorot' ? 8 : 2])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
