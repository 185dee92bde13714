import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 22,
  title: 'Sockets of every family, asked of the kernel directly',
  intent: 'Reach the host by vsock, netlink or packets.',
  kind: 'native',
  calls: [
    'socket unix',
    'socket inet',
    'socket inet6',
    'socket netlink',
    'socket packet',
    'socket vsock',
    'socket alg',
    'socketpair',
  ],
}
