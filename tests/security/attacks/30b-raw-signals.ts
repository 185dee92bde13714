import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 30,
  title: 'Signals by every call there is',
  intent: 'Kill or stop the worker, the box around it, or a neighbour.',
  kind: 'native',
  calls: ['kill', 'tkill', 'pidfd_open', 'pidfd_send_signal', 'rt_sigqueueinfo'],
}
