import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 33,
  title: 'The kernel’s keys',
  intent: 'Read keys of the session that started the box.',
  kind: 'native',
  calls: ['keyctl', 'add_key', 'request_key'],
}
