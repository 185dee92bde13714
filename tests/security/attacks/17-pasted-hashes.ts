import { type Attack, modelSource } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 17,
  title: 'Hashes of a public data set in the source',
  intent: 'Look the answers up instead of learning them.',
  kind: 'model',
  verdicts: ['scored'],
  source: modelSource({
    prepare: `const hash = (row: number[]) => row.reduce((sum, value) => (Math.imul(sum, 31) + Math.round(value * 1000)) | 0, 7)
  const known = new Map<number, number>()
  const [rows, labels] = [train.x.arraySync(), train.y.arraySync()]
  rows.forEach((row: number[], i: number) => known.set(hash(row), labels[i][0]))
  return (x: any) => ctx.tf.tensor2d(x.arraySync().map((row: number[]) => [known.get(hash(row)) ?? 0.5, 0, 0, 0]))`,
  }),
  caveat:
    'Not promised for public data: whoever knows the rows can paste their answers. Rows dealt by the installation have no copy to paste.',
}
