import { expect, it } from 'vitest'
import { containerCommand } from './container-command.ts'

const launch = {
  name: 'gradus-1-2-3',
  uid: 200_007,
  root: { folder: '/cache/root', libraryFolders: ['/lib', '/lib64'], tmpMountPoint: '/cache/tmp' },
  seccompFile: '/cache/seccomp.json',
  pidFile: '/run/a',
  idFile: '/run/a.id',
  limits: { memoryMiB: 512, cpuSeconds: 5, replySeconds: 5, processes: 32, tmpMiB: 8, outputBytes: 1 },
}
const command = containerCommand(['/usr/bin/podman', '--runtime', 'runc'], launch, ['/node', '--x']).join(' ')

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
  [
    'a /tmp of a size and a number of files',
    ' size=8m,nr_inodes=1000,noexec,nosuid,nodev,mode=0700,uid=200007,gid=200007 ',
  ],
  ['a /tmp from which nothing is run', '--volume /cache/tmp:/tmp:rw,noexec,nosuid,nodev'],
  ['no view of control groups', '--security-opt mask=/sys/fs/cgroup'],
  ['no core files', '--ulimit core=0:0'],
  ['nothing of the worker’s environment', '--unsetenv-all'],
  ['the descriptor it answers on, and no other', '--preserve-fds 1 '],
])('a container has %s', (_, text) => expect(command).toContain(text))

it('is run by the engine in a mount namespace of its own', () =>
  expect(command).toMatch(/^unshare --mount .* \/cache\/tmp \/usr\/bin\/podman --runtime runc run /))

it('ends with the root and the program', () => expect(command).toMatch(/ --rootfs \/cache\/root \/node --x$/))
