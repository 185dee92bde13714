import { expect, it } from 'vitest'
import { containerArguments } from './container-command.ts'

const launch = {
  name: 'gradus-1-2-3',
  uid: 200_007,
  root: { folder: '/cache/root', libraryFolders: ['/lib', '/lib64'], tmpMountPoint: '/cache/tmp' },
  seccompFile: '/cache/seccomp.json',
  pidFile: '/run/a',
  idFile: '/run/a.id',
  limits: { memoryMiB: 512, cpuSeconds: 5, replySeconds: 5, processes: 32, tmpMiB: 8, outputBytes: 1 },
}
const command = containerArguments(launch, ['/node', '--x']).join(' ')

it.each([
  ['no network', '--network none'],
  ['a root that cannot be written to', '--read-only --read-only-tmpfs=false'],
  ['no capabilities', '--cap-drop all'],
  ['no way to gain any', '--security-opt no-new-privileges'],
  ['the filter of system calls', '--security-opt seccomp=/cache/seccomp.json'],
  ['a user of its own', '--user 200007:200007'],
  ['memory without swap', '--memory 512m --memory-swap 512m'],
  ['one processor', '--cpus 1 '],
  ['a number of processes', '--pids-limit 32'],
  ['a /tmp of a size, from which nothing is run', '--tmpfs /tmp:rw,noexec,nosuid,nodev,size=8m,mode=1777'],
  ['no core files', '--ulimit core=0:0'],
  ['nothing of the worker’s environment', '--unsetenv-all'],
  ['the descriptor it answers on, and no other', '--preserve-fds 1 '],
])('a container has %s', (_, text) => expect(command).toContain(text))

it('ends with the root and the program', () => expect(command).toMatch(/ --rootfs \/cache\/root \/node --x$/))
