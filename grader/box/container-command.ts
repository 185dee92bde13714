import type { BoxLimits } from './box.ts'
import type { BoxRoot, MountPoints } from './box-root.ts'
import { tmpOptions } from './launch-command.ts'

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

/**
 * Mounts the one writable folder, whose inodes an engine takes no number for, in a mount namespace that the engine and its
 * container share: it ends with them. Needs root.
 */
const SCRIPT = 'mount -t tmpfs -o "$1" box "$2" && shift 2 && exec "$@"'

/** @param engine the engine's program and what it is told before the verb */
export function containerCommand(
  engine: readonly string[],
  launch: ContainerLaunch,
  program: readonly string[],
): [string, ...string[]] {
  const { limits, uid, root } = launch
  const shell = ['bash', '--norc', '-c', SCRIPT, 'box', tmpOptions(limits, uid), root.tmpMountPoint]
  return [
    ...(['unshare', '--mount', '--propagation', 'private'] as const),
    ...shell,
    ...engine,
    ...containerArguments(launch, program),
  ]
}

/** `podman run`'s arguments: the policy of the bubblewrap box in an engine's words. Descriptor 3 is passed on. */
function containerArguments(launch: ContainerLaunch, program: readonly string[]): string[] {
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
    // The engine's own view of control groups has no business inside.
    ...['--security-opt', 'mask=/sys/fs/cgroup'],
    ...['--volume', `${root.tmpMountPoint}:/tmp:rw,noexec,nosuid,nodev`, '--workdir', '/tmp'],
    // No /dev/shm that could be written to: it would be memory that no file limit counts.
    ...['--mount', 'type=tmpfs,destination=/dev/shm,ro,tmpfs-size=4096'],
    ...['--memory', `${limits.memoryMiB}m`, '--memory-swap', `${limits.memoryMiB}m`],
    ...['--cpus', String(limits.processors ?? 1), '--pids-limit', String(limits.processes)],
    ...Object.entries(ulimits).flatMap(([limit, value]) => ['--ulimit', `${limit}=${value}:${value}`]),
    ...['--unsetenv-all', ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`])],
    ...['--rootfs', root.folder, ...program],
  ]
}
