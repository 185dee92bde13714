import type { Attack } from '#grader/attack/attack.ts'

export const attack: Attack = {
  number: 50,
  title: 'Ten megabytes of source',
  intent: 'Exhaust the worker before the box is reached.',
  kind: 'model',
  verdicts: ['contract_error'],
  source: `export const training = '${'x'.repeat(10_000_000)}'`,
}
