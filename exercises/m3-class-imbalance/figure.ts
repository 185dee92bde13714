// Draws figure.svg: node --experimental-transform-types exercises/m3-class-imbalance/figure.ts
import { writeFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { generate } from '../../datasets/pump-trips/generator.ts'
import { INK, panel, picture } from '../../docs/figures/plot-svg.ts'
import { standardise, trainOnce } from '../../docs/figures/train-once.ts'
import { keyedHash } from '../../lib/catalogue/keyed-hash.ts'
import { seeded } from '../../lib/catalogue/seeded.ts'
import { training } from './solution.ts'
import { buildModel } from './starter.ts'

const rng = seeded(keyedHash('a figure', 'pumps'))
const [train, fresh] = [generate(4000, rng), generate(4000, rng)]
const rows = train.x.map((row) => Array.from(row))
const model = buildModel({ tf, inputShape: [8], outputs: 1, task: 'binary', nTrain: 4000, limits: {} })
const { classWeight: _, ...unweighted } = training
const { predict } = await trainOnce({ model, training: unweighted, task: 'binary', x: standardise(rows), y: train.y })
const scores = await predict(
  standardise(
    fresh.x.map((row) => Array.from(row)),
    rows,
  ),
)

/** Precision and recall where an alarm is raised from this probability on. */
const measures = Array.from({ length: 49 }, (_, i) => {
  const threshold = 0.02 + 0.0167 * i
  const alarms = Array.from(scores, (score) => score >= threshold)
  const hits = alarms.filter((alarm, row) => alarm && fresh.y[row] === 1).length
  const raised = alarms.filter(Boolean).length
  const trips = fresh.y.filter((label) => label === 1).length
  return { threshold, recall: hits / trips, precision: raised === 0 ? null : hits / raised, raised }
})
const plot = panel({
  x: { label: 'an alarm is raised from this probability on', from: 0, to: 0.8, ticks: [0, 0.2, 0.4, 0.6, 0.8] },
  y: { label: 'share', from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
})
plot
  .line(
    [
      [0.5, 0],
      [0.5, 1],
    ],
    INK.grey,
    '4 4',
  )
  .line(
    measures.map(({ threshold, recall }) => [threshold, recall] as const),
    INK.blue,
  )
  // A share of a handful of alarms says nothing.
  .line(
    measures.flatMap(({ threshold, precision, raised }) =>
      precision === null || raised < 20 ? [] : [[threshold, precision] as const],
    ),
    INK.orange,
  )
const [low, middle] = [measures[8], measures[29]]
plot.label([low?.threshold ?? 0, low?.recall ?? 0], 'recall', INK.blue, 'start', [8, -6])
plot.label([low?.threshold ?? 0, low?.precision ?? 0], 'precision', INK.orange, 'start', [-14, 34])
console.log(middle, low)
writeFileSync(new URL('figure.svg', import.meta.url), picture([plot]))
