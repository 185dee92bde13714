import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 46,
  title: 'A small model with giant activations',
  intent: 'Exhaust the trainer’s memory with few parameters.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    buildModel: `const input = tf.input({ shape: ctx.inputShape })
  const image = tf.layers.reshape({ targetShape: [2, 2, 1] }).apply(input)
  const wide = tf.layers.upSampling2d({ size: [4096, 4096] }).apply(image)
  const pooled = tf.layers.globalAveragePooling2d({}).apply(wide)
  const output = tf.layers.dense({ units: ctx.outputs, activation: 'softmax' }).apply(pooled)
  return tf.model({ inputs: input, outputs: output as any })`,
  }),
  verify({ error }) {
    if (!/batchSize|fewer/.test(error?.hint ?? '')) throw new Error('no hint for the learner')
  },
}
