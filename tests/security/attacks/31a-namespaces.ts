import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 31,
  title: 'mount, unshare, chroot and new namespaces',
  intent: 'Become root of a world of its own, and climb out of it.',
  kind: 'native',
  calls: [
    'unshare user',
    'unshare mount',
    'clone user namespace',
    'clone namespace thread',
    'clone3',
    'mount',
    'umount',
    'pivot_root',
    'chroot',
    'fsopen',
    'open_tree',
    'setns',
    'move_mount',
    'mount_setattr',
    'name_to_handle',
    'open_by_handle',
  ],
}
