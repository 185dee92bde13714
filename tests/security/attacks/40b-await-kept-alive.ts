import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 40,
  title: 'An await that never settles, kept alive',
  intent: 'Wait for ever without using the processor.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `setInterval(() => {}, 1000)
  await new Promise(() => {})`,
  }),
}
