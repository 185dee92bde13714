import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 3,
  title: 'A forged frame that holds a score',
  intent: 'Be given points by a message of its own.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: FORGE,
    buildModel: `send({ kind: 'scored', points: 100, metric: { public: 1, private: 1 } })`,
  }),
}
