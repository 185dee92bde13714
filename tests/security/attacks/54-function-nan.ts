import type { Attack } from '../attack.ts'

export const attack: Attack = {
  number: 54,
  title: 'NaN and Infinity as answers',
  intent: 'Be equal to everything, or to nothing.',
  kind: 'functions',
  verdicts: ['invalid_output'],
  source: `
export const functions: any = {
  first: () => [1, [0 / 0]],
}
`,
}
