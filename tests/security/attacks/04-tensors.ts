import { type Attack, modelSource } from '../attack.ts'

export const attack: Attack = {
  number: 4,
  title: 'Tensors that are never freed',
  intent: 'Take all memory through tfjs.',
  kind: 'model',
  verdicts: ['out_of_memory'],
  source: modelSource({
    buildModel: `const hoard: unknown[] = []
  for (;;) hoard.push(tf.ones([1024, 1024]))`,
  }),
}
