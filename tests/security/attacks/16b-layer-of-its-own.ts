import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 16,
  title: 'A layer class of its own',
  intent: 'Have a look-up table run in the trainer.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: modelSource({
    buildModel: `class Oracle extends tf.layers.Layer {
    static className = 'Oracle'
    computeOutputShape(shape: any) { return shape }
    call(inputs: any) { return (Array.isArray(inputs) ? inputs[0] : inputs).mul(0).add(1) }
  }
  tf.serialization.registerClass(Oracle as any)
  model.add(new Oracle({}) as any)`,
  }),
  verify({ error }) {
    if (!error?.hint?.includes('tf.layers')) throw new Error('no hint for the learner')
  },
}
