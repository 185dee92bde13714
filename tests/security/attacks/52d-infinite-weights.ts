import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'Initial weights of Infinity',
  intent: 'Break the scoring by weights that are no numbers.',
  kind: 'model',
  verdicts: ['invalid_output', 'contract_error', 'scored'],
  source: modelSource({
    buildModel: `const broken: any = tf.sequential()
  broken.add(tf.layers.dense({ inputShape: ctx.inputShape, units: 4, kernelInitializer: tf.initializers.constant({ value: 1e39 }) }))
  broken.add(tf.layers.dense({ units: ctx.outputs, activation: 'softmax' }))
  return broken`,
  }),
}
