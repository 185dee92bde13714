import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 14,
  title: 'Training rows doubled by prepare',
  intent: 'Train on more rows than the others.',
  kind: 'model',
  verdicts: ['runtime_error', 'invalid_output', 'contract_error'],
  source: modelSource({
    prepare: `return (x: any) => x.concat(x, 0).div(10)`,
  }),
}
