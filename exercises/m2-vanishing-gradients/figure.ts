// Draws figure.svg: node --experimental-transform-types exercises/m2-vanishing-gradients/figure.ts
import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { generate } from '../../datasets/pg-spiral/generator.ts'
import { INK, type Point, panel, picture, powerOfTen } from '../../docs/figures/plot-svg.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'

await tf.setBackend('cpu')
const { x, y } = generate(200, seeded(keyedHash('a figure', 'spiral')))
const inputs = tf.tensor2d(x.map((row) => [...Array.from(row)]))
const truth = tf.tensor2d(y.map((label) => [label]))

/** Gradient norms of the kernels, first layer to last, as the mean over a few drawn networks. */
function norms(activation: 'sigmoid' | 'tanh' | 'relu', kernelInitializer: 'glorotUniform' | 'heNormal'): Point[] {
  const NETWORKS = 20
  const sums = new Array<number>(9).fill(0)
  for (let drawn = 0; drawn < NETWORKS; drawn++) {
    const model = tf.sequential()
    model.add(tf.layers.dense({ inputShape: [2], units: 10, activation, kernelInitializer }))
    for (let layer = 2; layer <= 8; layer++) model.add(tf.layers.dense({ units: 10, activation, kernelInitializer }))
    model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' }))
    const kernels = model.layers.map((layer) => layer.getWeights()[0]?.id)
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable)
    const { grads } = tf.variableGrads(
      () => tf.metrics.binaryCrossentropy(truth, model.predict(inputs) as tf.Tensor).mean() as tf.Scalar,
      variables,
    )
    for (const variable of variables) {
      const layer = kernels.indexOf(variable.id)
      const gradient = grads[variable.name]
      if (layer >= 0 && gradient) sums[layer] = (sums[layer] ?? 0) + (tf.norm(gradient).dataSync()[0] ?? 0) / NETWORKS
    }
    model.dispose()
  }
  return sums.map((norm, layer) => [layer + 1, norm])
}

const plot = panel({
  x: { label: 'layer, from the inputs to the output', from: 0.7, to: 9.3, ticks: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  y: {
    label: 'size of the gradient',
    from: 1e-7,
    to: 10,
    log: true,
    ticks: [1e-7, 1e-5, 1e-3, 1e-1, 10],
    format: powerOfTen,
  },
})
for (const [name, points, colour] of [
  ['relu, He', norms('relu', 'heNormal'), INK.green],
  ['tanh, Glorot', norms('tanh', 'glorotUniform'), INK.orange],
  ['sigmoid, Glorot', norms('sigmoid', 'glorotUniform'), INK.blue],
] as const) {
  console.log(name, points.map(([, norm]) => norm.toExponential(1)).join(' '))
  plot.line(points, colour).dots(points, colour, 3)
  const [at, norm] = points[1] ?? [2, 1]
  plot.label([at, norm], name, colour, 'start', [10, name.startsWith('relu') ? -10 : 18])
}
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
