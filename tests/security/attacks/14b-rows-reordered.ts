import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 14,
  title: 'Rows reordered by prepare',
  intent: 'Put the rows it likes where they count more.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    prepare: `return (x: any) => x.reverse(0).div(10)`,
  }),
  verify({ checks }) {
    if (checks.find(({ id }) => id === 'rowwise')?.passed !== false) throw new Error('it passes for row by row')
  },
}
