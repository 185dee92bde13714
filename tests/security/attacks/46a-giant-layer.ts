import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 46,
  title: 'A layer of a billion units',
  intent: 'Exhaust the trainer by a few characters.',
  kind: 'model',
  verdicts: ['contract_error', 'out_of_memory', 'timed_out'],
  source: modelSource({
    buildModel: `const giant: any = tf.sequential()
  giant.add(tf.layers.dense({ inputShape: ctx.inputShape, units: 1_000_000_000 }))
  return giant`,
  }),
}
