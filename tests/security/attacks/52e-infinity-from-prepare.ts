import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'Infinity from prepare, for hidden rows only',
  intent: 'Be scored on nothing.',
  kind: 'model',
  verdicts: ['invalid_output', 'runtime_error'],
  source: modelSource({
    prepare: `let calls = 0
  return (x: any) => (calls++ > 0 ? x.mul(1e38).mul(1e38) : x.div(10))`,
  }),
}
