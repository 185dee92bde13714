import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 40,
  title: 'An await that nothing can settle',
  intent: 'End the process with exit code 0 and no answer: an empty event loop.',
  kind: 'model',
  verdicts: ['timed_out'],
  source: modelSource({
    buildModel: `await new Promise(() => {})`,
  }),
}
