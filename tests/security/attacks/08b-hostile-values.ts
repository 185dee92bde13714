import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 8,
  title: 'Getters, proxies, tensors and NaN as answers',
  intent: 'Pass a comparison by being another value at each look.',
  kind: 'functions',
  verdicts: ['scored', 'runtime_error'],
  source: `
export const functions: any = {
  first: () => new Proxy([1, 2], { get: (target, key) => (key === 'length' ? 1e9 : Math.random()) }),
}
`,
  verify({ points, cases }) {
    if (points > 0 || cases.some(({ passed }) => passed)) throw new Error('it passed a case')
  },
}
