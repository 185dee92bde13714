import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows in an error',
  intent: 'Read the hidden inputs in the message of a failure.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    prepare: `let calls = 0
  return (x: any) => {
    if (calls++ > 0) throw new Error('rows: ' + x.dataSync())
    return x
  }`,
  }),
  verify({ error }) {
    if (!error?.message.includes('rows it had not seen')) throw new Error('no message for the learner')
  },
}
