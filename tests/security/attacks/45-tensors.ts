import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 45,
  title: 'Tensors that are never freed',
  intent: 'Take all memory through tfjs.',
  kind: 'model',
  verdicts: ['out_of_memory'],
  source: modelSource({
    buildModel: `const hoard: unknown[] = []
  for (;;) hoard.push(tf.ones([1024, 1024]))`,
  }),
}
