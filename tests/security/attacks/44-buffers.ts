import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 44,
  title: 'Buffers outside the heap',
  intent: 'Take all memory where the heap limit does not count it.',
  kind: 'model',
  verdicts: ['out_of_memory'],
  source: modelSource({
    top: `const hoard: unknown[] = []
for (;;) hoard.push(node('buffer').Buffer.alloc(16 << 20, 1))`,
  }),
}
