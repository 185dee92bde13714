import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows in the exit code',
  intent: 'Read the hidden inputs in how the process ended.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    prepare: `let calls = 0
  return (x: any) => {
    if (calls++ > 0) (globalThis as any).process.reallyExit(x.dataSync()[0] % 200)
    return x.div(10)
  }`,
  }),
  verify({ error }) {
    if (/\d/.test(error?.message ?? '')) throw new Error('the message holds a number')
  },
}
