import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 8,
  title: 'An answer without end',
  intent: 'Exhaust whoever reads the answer.',
  kind: 'functions',
  verdicts: ['scored', 'runtime_error'],
  source: `
export const functions: any = {
  first: () => { const loop: any[] = []; loop.push(loop); return loop },
}
`,
  verify({ points, cases }) {
    if (points > 0 || cases.some(({ passed }) => passed)) throw new Error('it passed a case')
  },
}
