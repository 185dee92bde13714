import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 14,
  title: 'Rows dropped or doubled by prepare',
  intent: 'Be scored on the rows it likes.',
  kind: 'model',
  verdicts: ['runtime_error'],
  source: modelSource({
    prepare: `let calls = 0
  return (x: any) => (calls++ > 0 ? x.slice([0, 0], [1, -1]) : x)`,
  }),
}
