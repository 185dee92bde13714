import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 53,
  title: 'A rejection nobody waits for',
  intent: 'Crash the box after it has answered.',
  kind: 'model',
  verdicts: ['scored', 'runtime_error'],
  source: modelSource({
    prepare: `return (x: any) => {
    setTimeout(() => { void Promise.reject(new Error('late ' + x.dataSync()[0])) }, 0)
    return x.div(10)
  }`,
  }),
}
