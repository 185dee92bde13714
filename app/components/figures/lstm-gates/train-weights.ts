import { writeFile } from 'node:fs/promises'
import * as tf from '@tensorflow/tfjs'
import { withSeededMathRandom } from '#lib/training/seeded-random.ts'
import { drawTrace } from '../kit/sensor-trace.ts'

/**
 * Trains the LSTM of the figure and writes its weights beside this file: `npx tsx app/components/figures/lstm-gates/train-weights.ts`.
 * Two units read a vibration trace and say at each step whether the machine runs. A minute on one processor.
 */
const UNITS = 2
const STEPS = 32
const TRACES = 96
/** The rate falls once the network has found what to hold: at the first it keeps overshooting. */
const STAGES = [
  { epochs: 45, rate: 0.03 },
  { epochs: 25, rate: 0.006 },
]

const tell = (epoch: number, logs?: tf.Logs) =>
  console.log(`epoch ${epoch + 1}: loss ${logs?.loss?.toFixed(4)}, accuracy ${logs?.acc?.toFixed(4)}`)

await tf.setBackend('cpu')
await withSeededMathRandom(7, async () => {
  const traces = Array.from({ length: TRACES }, (_, seed) => drawTrace({ seed: 1000 + seed, steps: STEPS }))
  const x = tf.tensor3d(traces.map(({ readings }) => readings.map((reading) => [reading])))
  const y = tf.tensor3d(traces.map(({ running }) => running.map((runs) => [runs])))
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({ units: UNITS, returnSequences: true, inputShape: [STEPS, 1], recurrentActivation: 'sigmoid' }),
      tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1, activation: 'sigmoid' }) }),
    ],
  })
  for (const { epochs, rate } of STAGES) {
    model.compile({ optimizer: tf.train.adam(rate), loss: 'binaryCrossentropy', metrics: ['accuracy'] })
    await model.fit(x, y, { epochs, batchSize: 16, verbose: 0, callbacks: { onEpochEnd: tell } })
  }

  const [kernel, recurrent, bias, headWeights, headBias] = model.getWeights().map((weight) => weight.arraySync())
  const rounded = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(rounded) : Number((value as number).toFixed(4))
  const weights = {
    units: UNITS,
    kernel: rounded(kernel),
    recurrent: rounded(recurrent),
    bias: rounded(bias),
    head: { weights: rounded((headWeights as number[][]).flat()), bias: rounded((headBias as number[])[0]) },
  }
  await writeFile(new URL('weights.json', import.meta.url), `${JSON.stringify(weights, null, 1)}\n`)
})
