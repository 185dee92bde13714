import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 49,
  title: 'Flood of the answer channel',
  intent: 'Fill the memory of the worker with bytes that are no frame.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    buildModel: `const { writeSync } = node('fs')
  for (;;) writeSync(3, node('buffer').Buffer.alloc(65_536, 0x41))`,
  }),
}
