import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 16,
  title: 'A decoy: another model at the second look',
  intent: 'Show the checks one model and have another trained.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `const decoy: any = tf.sequential({ layers: [tf.layers.dense({ inputShape: ctx.inputShape, units: ctx.outputs, activation: 'softmax' })] })
  decoy.predict = () => tf.oneHot(tf.tensor1d([1], 'int32'), 2)
  decoy.call = decoy.apply = decoy.predict
  decoy.fit = async () => ({ history: { loss: [0], acc: [1] } })
  decoy.evaluate = () => tf.scalar(1)
  decoy.countParams = () => 1
  return decoy`,
  }),
  twin: modelSource({
    buildModel: `return tf.sequential({ layers: [tf.layers.dense({ inputShape: ctx.inputShape, units: ctx.outputs, activation: 'softmax' })] })`,
  }),
}
