import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 29,
  title: 'ptrace and other processes’ memory',
  intent: 'Read or change a process beside it.',
  kind: 'native',
  calls: ['ptrace', 'process_vm_readv', 'pidfd_open', 'kcmp', 'userfaultfd', 'perf'],
}
