import { type Attack, FORGE, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 12,
  title: 'Hidden rows in a forged fault',
  intent: 'Read the hidden inputs in a frame the box never wrote.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    top: FORGE,
    prepare: `let calls = 0
  return (x: any) => {
    if (calls++ > 0) send({ kind: 'fault', fault: 'runtime_error', slot: null, message: 'rows: ' + x.dataSync(), hint: String(x.dataSync()) })
    return x
  }`,
  }),
}
