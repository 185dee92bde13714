export interface BoxView {
  /** The folder that becomes `/`, read-only. */
  root: string
  /** The folder that becomes `/tmp`: the one writable place. */
  tmp: string
  /** Folders inside `root` with shared libraries. */
  libraryFolders: readonly string[]
  /** Older bubblewraps don't know the option; the system-call filter refuses namespaces in any case. */
  disableUserns: boolean
  seccompFd: number
}

/** bubblewrap's own arguments: what the box sees. Handed over by descriptor, so that none shows inside. */
export function bwrapArguments(view: BoxView): string[] {
  const environment = { HOME: '/tmp', LANG: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: view.libraryFolders.join(':') }
  return [
    '--unshare-all',
    '--unshare-user',
    ...(view.disableUserns ? ['--disable-userns'] : []),
    ...['--uid', '65534', '--gid', '65534', '--hostname', 'box'],
    ...['--new-session', '--die-with-parent', '--clearenv', '--cap-drop', 'ALL'],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--ro-bind', view.root, '/'],
    ...['--proc', '/proc', '--dev', '/dev', '--remount-ro', '/dev'],
    ...['--bind', view.tmp, '/tmp', '--chdir', '/tmp'],
    ...['--seccomp', String(view.seccompFd)],
  ]
}

/** Node's arguments inside the box. */
export function nodeArguments(memoryMiB: number): string[] {
  return [
    '/node',
    // Below the box's limit, so that a heap that grows without end dies with a message of its own.
    `--max-old-space-size=${Math.max(64, memoryMiB - 64)}`,
    // One helper thread: the box has one processor.
    '--v8-pool-size=1',
    '--no-addons',
    ...['--snapshot-blob', '/learner.blob'],
  ]
}
