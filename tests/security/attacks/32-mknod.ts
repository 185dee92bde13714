import type { NativeAttack } from '#grader/attack/attack.ts'

export const attack: NativeAttack = {
  number: 32,
  title: 'Devices, FIFOs and links',
  intent: 'Make a door to the host’s disk, or a trap for whoever reads.',
  kind: 'native',
  calls: ['mknod', 'mkfifo', 'symlink', 'link', 'chmod'],
}
