import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 49,
  title: 'Flood of the console',
  intent: 'Fill the page of the learner and the database with lines.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `for (let i = 0; i < 100_000; i++) console.log('x'.repeat(5000))`,
  }),
  verify({ console }) {
    if (console.length > 210) throw new Error(`${console.length} console lines`)
    if (console.some((line) => line.length > 1_100)) throw new Error('a line that is too long')
  },
}
