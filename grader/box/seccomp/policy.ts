/**
 * What a program in the box may ask of the kernel: enough for Node with one process and some threads, and nothing else.
 * Anything not listed fails with ENOSYS, as on a kernel that has never heard of it, so libc and libuv fall back politely.
 * A call by a foreign architecture's number (i386, x32) kills the process.
 *
 * Left out on purpose, each of which an attack in tests/security tries or a probe has reached: new processes (fork,
 * vfork, clone without CLONE_THREAD, clone3), namespaces and mounts, sockets of any family, signals to others (kill,
 * tkill, pidfd), ptrace and other processes' memory, io_uring, bpf, perf, keys, memfd, System V and POSIX queues, links
 * and special files, identities, clocks and limits, personality, userfaultfd.
 */
const MEMORY = ['brk', 'mmap', 'mprotect', 'mremap', 'munmap', 'madvise', 'mlock', 'munlock']

const FILES = [
  ...['open', 'openat', 'close', 'close_range', 'read', 'readv', 'pread64', 'preadv', 'write', 'writev', 'pwrite64'],
  ...[
    'lseek',
    'stat',
    'fstat',
    'lstat',
    'newfstatat',
    'statx',
    'statfs',
    'fstatfs',
    'access',
    'faccessat',
    'faccessat2',
  ],
  ...['readlink', 'readlinkat', 'getcwd', 'chdir', 'getdents64', 'mkdir', 'mkdirat', 'rmdir', 'unlink', 'unlinkat'],
  ...['rename', 'renameat', 'renameat2', 'truncate', 'ftruncate', 'fsync', 'fdatasync', 'fadvise64', 'umask'],
  ...['dup', 'dup2', 'dup3', 'fcntl', 'pipe', 'pipe2', 'eventfd2'],
]

const WAITING = [
  ...['epoll_create1', 'epoll_ctl', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2', 'poll', 'ppoll', 'select', 'pselect6'],
  ...['nanosleep', 'clock_nanosleep', 'futex', 'sched_yield', 'restart_syscall', 'wait4', 'waitid'],
  ...['timerfd_create', 'timerfd_settime', 'timerfd_gettime', 'getitimer', 'setitimer', 'pause'],
]

const SELF = [
  ...['exit', 'exit_group', 'gettid', 'getpid', 'getppid', 'getpgrp', 'getpgid', 'getsid', 'tgkill'],
  ...['getuid', 'geteuid', 'getgid', 'getegid', 'getresuid', 'getresgid', 'getgroups', 'capget'],
  ...[
    'rt_sigaction',
    'rt_sigprocmask',
    'rt_sigreturn',
    'rt_sigsuspend',
    'rt_sigtimedwait',
    'rt_sigpending',
    'sigaltstack',
  ],
  ...['clock_gettime', 'clock_getres', 'gettimeofday', 'time', 'times', 'getrusage', 'sysinfo', 'uname', 'getrandom'],
  ...['arch_prctl', 'set_tid_address', 'set_robust_list', 'get_robust_list', 'rseq', 'membarrier', 'getcpu'],
  ...['sched_getaffinity', 'sched_getparam', 'sched_getscheduler', 'getrlimit', 'getpriority'],
  // bwrap loads the filter first and starts the program after; a program that replaces itself stays in the same box.
  'execve',
]

/** Allowed only where argument `arg`, masked, has the given value. */
export interface ConditionalCall {
  call: string
  arg: number
  mask: string
  value: string
}

const WHOLE = '0xffffffffffffffff'
const when = (call: string, arg: number, values: readonly string[], mask = WHOLE): ConditionalCall[] =>
  values.map((value) => ({ call, arg, mask, value }))

const CONDITIONAL: readonly ConditionalCall[] = [
  // CLONE_THREAD, and no bit of CLONE_NEW*: threads, never processes or namespaces.
  ...when('clone', 0, ['0x10000'], '0x7e030080'),
  // Names of threads and of memory: PR_SET_NAME, PR_GET_NAME, PR_SET_VMA.
  ...when('prctl', 0, ['15', '16', '0x53564d41']),
  // FIOCLEX, FIONCLEX, FIONBIO, FIONREAD, TCGETS, TIOCGWINSZ: never TIOCSTI.
  ...when('ioctl', 1, ['0x5451', '0x5450', '0x5421', '0x541b', '0x5401', '0x5413'], '0xffffffff'),
  // Reading a limit, not setting one.
  ...when('prlimit64', 2, ['0']),
]

export const POLICY = { allow: [...MEMORY, ...FILES, ...WAITING, ...SELF], allowWhen: CONDITIONAL } as const
