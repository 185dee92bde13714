import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 13,
  title: 'Lucky seeds',
  intent: 'Pick, over many attempts, the initial weights that happen to score best.',
  kind: 'model',
  verdicts: ['scored'],
  source: `
export const prepare = (ctx: any) => (x: any) => x.div(10)
export const buildModel = ({ tf, inputShape, outputs }: any) =>
  tf.sequential({
    layers: [
      tf.layers.dense({ inputShape, units: 8, activation: 'relu', kernelInitializer: tf.initializers.glorotNormal({ seed: 1234 }) }),
      tf.layers.dense({ units: outputs, activation: 'softmax', kernelInitializer: tf.initializers.glorotNormal({ seed: 99 }) }),
    ],
  })
export const training = { optimizer: 'adam', learningRate: 0.01, epochs: 2, batchSize: 16 }
`,
  twin: `
export const prepare = (ctx: any) => (x: any) => x.div(10)
export const buildModel = ({ tf, inputShape, outputs }: any) =>
  tf.sequential({
    layers: [
      tf.layers.dense({ inputShape, units: 8, activation: 'relu', kernelInitializer: tf.initializers.glorotNormal({}) }),
      tf.layers.dense({ units: outputs, activation: 'softmax', kernelInitializer: tf.initializers.glorotNormal({}) }),
    ],
  })
export const training = { optimizer: 'adam', learningRate: 0.01, epochs: 2, batchSize: 16 }
`,
}
