import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 34,
  title: 'io_uring',
  intent: 'Do input and output past the filter of system calls.',
  kind: 'native',
  calls: ['io_uring', 'io_uring_enter', 'io_uring_register'],
}
