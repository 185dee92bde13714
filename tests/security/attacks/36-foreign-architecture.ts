import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 36,
  title: 'x32: calls by a foreign architecture’s numbers',
  intent: 'Slip past a filter that knows only its own numbers.',
  kind: 'native',
  calls: ['x32'],
}
