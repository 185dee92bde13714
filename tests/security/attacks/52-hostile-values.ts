import type { Attack } from '../attack.ts'

export const attack: Attack = {
  number: 52,
  title: 'Getters, proxies, tensors and NaN as answers',
  intent: 'Pass a comparison by being another value at each look.',
  kind: 'functions',
  verdicts: ['invalid_output'],
  source: `
export const functions: any = {
  first: () => new Proxy([1, 2], { get: (target, key) => (key === 'length' ? 1e9 : Math.random()) }),
}
`,
}
