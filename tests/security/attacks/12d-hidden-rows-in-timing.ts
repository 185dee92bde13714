import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows in the time an answer takes',
  intent: 'Read one bit of the hidden inputs with each submission.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    prepare: `let calls = 0
  return async (x: any) => {
    if (calls++ > 0 && x.dataSync()[0] > 7000) await sleep(150)
    return x.div(10)
  }`,
  }),
  caveat: 'The time that preparing took can be seen: a bit or two for each attempt, of inputs, never of labels.',
}
