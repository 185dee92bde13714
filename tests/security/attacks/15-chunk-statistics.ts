import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 15,
  title: 'Rows scaled by the statistics of their chunk',
  intent: 'Learn of the hidden set from the rows that stand beside a row.',
  kind: 'model',
  verdicts: ['scored', 'invalid_output'],
  source: modelSource({
    prepare: `return (x: any) => x.sub(x.mean(0)).div(x.sub(x.mean(0)).square().mean(0).sqrt().add(1e-6))`,
  }),
  verify({ verdict, checks }) {
    if (verdict === 'scored' && checks.find(({ id }) => id === 'rowwise')?.passed !== false)
      throw new Error('it passes for row by row')
  },
}
