import * as tf from '@tensorflow/tfjs'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { expect, it } from 'vitest'
import type { TrainingJob } from '#lib/training/training-job.ts'
import { chooseBackend } from './choose-backend.ts'

setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/')
// To describe the models of the cases.
await tf.setBackend('cpu')
const meter = { cpuSeconds: () => 0, wallMs: () => performance.now() }

/** Rows of nothing in particular for a model of these layers. */
function job(rowShape: number[], layers: tf.layers.Layer[]): TrainingJob {
  const rows = 8
  const model = tf.sequential({ layers })
  return {
    topology: model.toJSON(null, false) as object,
    plan: {
      loss: 'binaryCrossentropy',
      optimizer: 'sgd',
      learningRates: [0.1, 0.1],
      epochs: 2,
      batchSize: 4,
      validationSplit: 0.5,
      earlyStopping: { patience: 1 },
    },
    task: 'binary',
    outputs: 1,
    metric: 'accuracy',
    seed: 1,
    maxCpuSeconds: 60,
    ordered: false,
    x: { shape: [rows, ...rowShape], data: new Float32Array(rows * rowShape.reduce((a, b) => a * b, 1)).fill(0.5) },
    y: { shape: [rows, 1], data: Float32Array.from({ length: rows }, (_, i) => i % 2) },
  }
}

const { dense, conv2d, flatten } = tf.layers
it.each([
  ['dense layers', job([3], [dense({ units: 1, inputShape: [3], activation: 'sigmoid' })]), 'wasm'],
  [
    'convolutions, whose gradient WebAssembly has not',
    job([4, 4, 1], [conv2d({ filters: 1, kernelSize: 2, inputShape: [4, 4, 1] }), flatten(), dense({ units: 1 })]),
    'cpu',
  ],
  ['a model that no backend can train', job([2], [dense({ units: 1, inputShape: [3] })]), 'cpu'],
] as const)('finds a backend for %s', async (_, training, name) => {
  expect(await chooseBackend(tf, training, meter, ['wasm', 'cpu'])).toBe(name)
  expect(tf.getBackend()).toBe(name)
})
