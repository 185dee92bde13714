import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 53,
  title: 'A throw after success',
  intent: 'Crash the box between two requests.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    buildModel: `setTimeout(() => { throw new Error('late') }, 1)
  Promise.resolve().then(() => setTimeout(() => (globalThis as any).process.exit(7), 2))`,
  }),
}
