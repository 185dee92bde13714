import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 50,
  title: 'A header nested 100,000 deep',
  intent: 'Overflow the stack of whoever parses it.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: FORGE,
    buildModel: `send('['.repeat(100_000) + ']'.repeat(100_000))`,
  }),
}
