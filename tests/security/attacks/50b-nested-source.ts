import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 50,
  title: 'Source nested 30,000 deep',
  intent: 'Overflow the stack of the compiler.',
  kind: 'model',
  verdicts: ['compile_error', 'runtime_error', 'contract_error'],
  source: `export const training = ${'['.repeat(30_000)}${']'.repeat(30_000)}`,
}
