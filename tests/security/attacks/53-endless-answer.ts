import type { Attack } from '../attack.ts'

export const attack: Attack = {
  number: 53,
  title: 'An answer without end',
  intent: 'Exhaust whoever reads the answer.',
  kind: 'functions',
  verdicts: ['invalid_output', 'runtime_error'],
  source: `
export const functions: any = {
  first: () => { const loop: any[] = []; loop.push(loop); return loop },
}
`,
}
