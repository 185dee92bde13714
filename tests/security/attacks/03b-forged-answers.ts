import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 3,
  title: 'Forged answers ahead of the questions',
  intent: 'Answer later requests with frames prepared in advance.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    top: FORGE,
    buildModel: `send({ kind: 'transformed', shape: [4, 2] }, new Uint8Array(32))
  send({ kind: 'transformed', shape: [4, 2] }, new Uint8Array(32))`,
  }),
}
