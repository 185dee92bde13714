import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 35,
  title: 'bpf and perf',
  intent: 'Load a program into the kernel.',
  kind: 'native',
  calls: ['bpf', 'perf', 'seccomp', 'init_module'],
}
