import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows through the console',
  intent: 'Read the hidden inputs in the console of the next run.',
  kind: 'model',
  verdicts: ['scored', 'invalid_output'],
  source: modelSource({
    prepare: `const { log } = console
  let calls = 0
  return (x: any) => {
    if (calls++ > 0) { log(String(x.dataSync())); console.error(String(x.dataSync())) }
    return x
  }`,
  }),
}
