import type { Rows } from '#lib/contract/rows.ts'
import type { Compile } from '#lib/training/compile.ts'
import type { Tf } from '#lib/training/tf.ts'
import { train } from '#lib/training/train.ts'

/** Trains a small network once, so that the first learner does not wait for kernels to load and code to be compiled. */
export async function warmUp(tf: Tf, compile: Compile | undefined): Promise<void> {
  const model = tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 2, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 2, activation: 'softmax' }),
    ],
  })
  const zeros = (shape: number[]): Rows => ({ shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) })
  const outcome = await train(
    tf,
    {
      topology: model.toJSON(null, false) as object,
      plan: {
        loss: 'categoricalCrossentropy',
        optimizer: 'adam',
        learningRates: [0.001, 0.001],
        epochs: 2,
        batchSize: 4,
        validationSplit: 0.25,
      },
      task: 'multiclass',
      outputs: 2,
      metric: 'accuracy',
      seed: 1,
      maxCpuSeconds: 60,
      ordered: false,
      x: zeros([16, 6, 6, 1]),
      y: zeros([16, 1]),
    },
    { cpuSeconds: () => 0, wallMs: () => 0 },
    { model: () => {}, step: () => {}, epoch: () => {} },
    compile,
  )
  model.dispose()
  if (!outcome.ok) throw new Error(outcome.message)
  outcome.trained.dispose()
}
