import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 11,
  title: 'A frame that names another run',
  intent: 'Have its answer written to somebody else’s run.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: FORGE,
    buildModel: `send({ kind: 'built', runId: '00000000-0000-4000-8000-000000000001', attempt: 1, shape: [40, 4], topology: '{}', plan: {} })`,
  }),
}
