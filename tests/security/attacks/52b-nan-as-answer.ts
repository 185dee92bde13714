import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'NaN and Infinity as answers',
  intent: 'Be equal to everything, or to nothing.',
  kind: 'functions',
  verdicts: ['scored', 'runtime_error'],
  source: `
export const functions: any = {
  first: () => [1, [0 / 0]],
}
`,
  verify({ points, cases }) {
    if (points > 0 || cases.some(({ passed }) => passed)) throw new Error('it passed a case')
  },
}
