import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 43,
  title: 'JavaScript heap',
  intent: 'Take all memory with arrays.',
  kind: 'model',
  verdicts: ['out_of_memory'],
  source: modelSource({
    buildModel: `const hoard: number[][] = []
  for (;;) hoard.push(new Array(100_000).fill(Math.random()))`,
  }),
}
