import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'NaN from prepare',
  intent: 'Break training or scoring by values that are no numbers.',
  kind: 'model',
  verdicts: ['invalid_output'],
  source: modelSource({
    prepare: `return (x: any) => x.div(0).sub(x.div(0))`,
  }),
}
