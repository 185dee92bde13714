import type { BoxLimits } from './box.ts'
import type { BoxRoot, MountPoints } from './box-root.ts'

/** What an engine mounts or writes over in a container's root; there beforehand, so that none has to be made. */
export const CONTAINER_MOUNT_POINTS: MountPoints = {
  ...{ proc: 0o755, dev: 0o755, sys: 0o755, etc: 0o755, run: 0o755 },
  // runc gives what it mounts there the mode of what was there.
  tmp: 0o1777,
}

const MAX_FILE_BYTES = 16 << 20
const MAX_OPEN_FILES = 256

export interface ContainerLaunch {
  name: string
  uid: number
  root: BoxRoot
  seccompFile: string
  /** Where the engine writes the host's pid of the first process, and the container's id. */
  pidFile: string
  idFile: string
  limits: BoxLimits
}

/** `podman run`'s arguments: the policy of the bubblewrap box in an engine's words. Descriptor 3 is passed on. */
export function containerArguments(launch: ContainerLaunch, program: readonly string[]): string[] {
  const { name, uid, root, seccompFile, pidFile, idFile, limits } = launch
  const ulimits = {
    nofile: MAX_OPEN_FILES,
    fsize: MAX_FILE_BYTES,
    core: 0,
    memlock: 0,
    msgqueue: 0,
    // As a number of the user's processes; the container's own limit is --pids-limit.
    nproc: limits.processes,
  }
  const environment = { HOME: '/tmp', LANG: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: root.libraryFolders.join(':') }
  return [
    ...['run', '--rm', '--interactive', '--name', name, '--preserve-fds', '1'],
    ...['--pidfile', pidFile, '--cidfile', idFile],
    ...['--network', 'none', '--no-hosts', '--hostname', 'box', '--log-driver', 'none'],
    ...['--read-only', '--read-only-tmpfs=false', '--cap-drop', 'all', '--user', `${uid}:${uid}`],
    ...['--security-opt', 'no-new-privileges', '--security-opt', `seccomp=${seccompFile}`],
    ...['--tmpfs', `/tmp:rw,noexec,nosuid,nodev,size=${limits.tmpMiB}m,mode=1777`, '--workdir', '/tmp'],
    // No /dev/shm that could be written to: it would be memory that no file limit counts.
    ...['--mount', 'type=tmpfs,destination=/dev/shm,ro,tmpfs-size=4096'],
    ...['--memory', `${limits.memoryMiB}m`, '--memory-swap', `${limits.memoryMiB}m`],
    ...['--cpus', String(limits.processors ?? 1), '--pids-limit', String(limits.processes)],
    ...Object.entries(ulimits).flatMap(([limit, value]) => ['--ulimit', `${limit}=${value}:${value}`]),
    ...['--unsetenv-all', ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`])],
    ...['--rootfs', root.folder, ...program],
  ]
}
