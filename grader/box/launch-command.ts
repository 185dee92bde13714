import type { BoxLimits } from './box.ts'

export interface Bind {
  from: string
  to: string
}

export interface Launch {
  /** Each process's group in each hierarchy; none at level `personal`. */
  cgroups: readonly string[]
  /** The host uid that the box runs as; null: the caller's own. */
  uid: number | null
  tmpMountPoint: string
  /** Folders shown inside beside the root's own files: mounted on folders of the root, before it is made read-only. */
  binds?: readonly Bind[]
  limits: BoxLimits
  level: 'full' | 'personal'
}

const MAX_FILE_KIB = 16 * 1024
const MAX_OPEN_FILES = 256
const STACK_KIB = 8 * 1024
const TMP_INODES = 1000
const LAST_PASSED_FD = 5

/**
 * Runs in the box's own mount namespace, before bubblewrap: joins the cgroups, mounts the one writable folder (bubblewrap
 * cannot limit inodes or forbid execution), closes what was inherited, sets limits, and goes on with an empty environment.
 * The mount ends with the processes that see it, so a killed worker leaves none behind.
 */
const SCRIPT = `
IFS=$'\\n'
for group in $BOX_CGROUPS; do echo 0 > "$group/cgroup.procs" || exit 97; done
mount -t tmpfs -o "$BOX_TMP_OPTIONS" box "$BOX_TMP" || exit 98
for bind in $BOX_BINDS; do mount --rbind "\${bind%%$'\\t'*}" "\${bind##*$'\\t'}" || exit 98; done
for file in /proc/$$/fd/*; do fd=\${file##*/}; if (( fd > ${LAST_PASSED_FD} )); then eval "exec $fd>&-"; fi; done
for limit in $BOX_LIMITS; do ulimit "\${limit%% *}" "\${limit##* }" || exit 99; done
exec -c "$@"
`

/** What to spawn so that `program` runs inside; descriptors 4 and 5 must be the filter and bubblewrap's arguments. */
export function launchCommand(launch: Launch, program: readonly string[]) {
  const { level, uid, limits } = launch
  const owner = level === 'full' ? (uid ?? 0) : 0
  const asSlot = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--no-new-privs']
  const namespaces =
    level === 'full'
      ? ['unshare', '--mount', '--propagation', 'private']
      : ['unshare', '--user', '--map-root-user', '--mount', '--propagation', 'private']
  const bwrap = ['bwrap', '--args', String(LAST_PASSED_FD), ...program]
  // With a socket as standard input bash takes itself for a remote shell's, and would read the user's start-up file.
  const script = ['bash', '--norc', '-c', SCRIPT, 'box']
  const command =
    level === 'full'
      ? [...namespaces, ...script, ...asSlot, '--inh-caps=-all', '--bounding-set=-all', ...bwrap]
      : [...(uid === null ? [] : asSlot), ...namespaces, ...script, ...bwrap]
  const ulimits = [
    ['-c', 0],
    ['-f', MAX_FILE_KIB],
    ['-n', MAX_OPEN_FILES],
    ['-l', 0],
    ['-q', 0],
    ['-s', STACK_KIB],
    // A backstop: the worker measures and ends the box at the limit itself.
    ...(Number.isFinite(limits.cpuSeconds) ? ([['-t', Math.ceil(limits.cpuSeconds) + 2]] as const) : []),
    // Where no cgroup does it: private writable memory of each process, and threads of this user namespace.
    ...(level === 'personal'
      ? ([
          ['-d', limits.memoryMiB * 1024],
          ['-u', limits.processes],
        ] as const)
      : []),
  ]
  return {
    command,
    env: {
      NODE_ENV: 'production' as const,
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      BOX_CGROUPS: launch.cgroups.join('\n'),
      BOX_BINDS: (launch.binds ?? []).map(({ from, to }) => `${from}\t${to}`).join('\n'),
      BOX_TMP: launch.tmpMountPoint,
      BOX_TMP_OPTIONS: tmpOptions(limits, owner),
      BOX_LIMITS: ulimits.map(([flag, value]) => `${flag} ${value}`).join('\n'),
    },
  }
}

/** Of the one writable folder, for mount's `-o`. */
export const tmpOptions = ({ tmpMiB }: BoxLimits, owner: number): string =>
  `size=${tmpMiB}m,nr_inodes=${TMP_INODES},noexec,nosuid,nodev,mode=0700,uid=${owner},gid=${owner}`
