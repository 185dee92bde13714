import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 46,
  title: 'A thousand layers, and models within models',
  intent: 'Exhaust the trainer by depth.',
  kind: 'model',
  verdicts: ['contract_error', 'timed_out', 'out_of_memory'],
  source: modelSource({
    buildModel: `const deep: any = tf.sequential()
  deep.add(tf.layers.dense({ inputShape: ctx.inputShape, units: 2 }))
  for (let i = 0; i < 400; i++) deep.add(tf.layers.activation({ activation: 'relu' }))
  deep.add(tf.layers.dense({ units: ctx.outputs, activation: 'softmax' }))
  return deep`,
  }),
}
