// Draws figure.svg: node --experimental-transform-types exercises/m3-regularisation/figure.ts
import { readFileSync, writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'
import { standardise, trainOnce } from '../../docs/figures/train-once.ts'
import { training as careful, buildModel as heldBack } from './solution.ts'
import { buildModel as big, training } from './starter.ts'

const [, ...lines] = readFileSync(new URL('../../datasets/diabetes/diabetes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
// The figure's own deal: every other patient, the last third of them kept aside.
const table = lines.map((line) => line.split(',').map(Number)).filter((_, row) => row % 2 === 0)
const x = standardise(table.map((row) => row.slice(0, 10)))
const y = table.map((row) => row[10] ?? 0)

const EPOCHS = 100
const ctx = { tf, inputShape: [10], outputs: 1, task: 'regression', nTrain: 221, limits: {} } as const
const plain = { ...training, epochs: EPOCHS, validationSplit: 0.3 }
const { earlyStopping: _, ...whole } = careful
const panels = []
for (const [at, title, model, plan] of [
  [[58, 30, 180, 196], 'as it starts', big({ ...ctx, inputShape: [10] }), plain],
  [
    [284, 30, 180, 196],
    'dropout and l2',
    heldBack({ ...ctx, inputShape: [10] }),
    { ...whole, epochs: EPOCHS, validationSplit: 0.3 },
  ],
] as const) {
  const { curve } = await trainOnce({ model, training: plan, task: 'regression', x, y })
  console.log(
    title,
    curve
      .filter((_, i) => i % 15 === 0)
      .map(({ metric, valMetric }) => `${metric?.toFixed(0)}/${valMetric?.toFixed(0)}`),
  )
  const plot = panel({
    x: { label: 'epoch', from: 0, to: EPOCHS, ticks: [0, 25, 50, 75, 100] },
    y: { label: at[0] === 58 ? 'error' : '', from: 0, to: 100, ticks: [0, 20, 40, 60, 80, 100] },
    at,
    title,
  })
  plot.line(
    curve.map(({ epoch, metric }) => [epoch, Math.min(100, metric ?? 100)] as const),
    INK.blue,
  )
  plot.line(
    curve.map(({ epoch, valMetric }) => [epoch, Math.min(100, valMetric ?? 100)] as const),
    INK.orange,
  )
  const [train, fresh] = [curve.at(-1)?.metric ?? 0, curve.at(-1)?.valMetric ?? 0]
  plot.label([EPOCHS, train], 'training rows', INK.blue, 'end', [-2, train > 40 ? 22 : -14])
  plot.label([EPOCHS, fresh], 'rows kept aside', INK.orange, 'end', [-2, -12])
  panels.push(plot)
}
writeFileSync(new URL('figure.svg', import.meta.url), picture(panels))
