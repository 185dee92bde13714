export interface BoxView {
  /** The folder that becomes `/`, read-only. */
  root: string
  /** The folder that becomes the one writable place, and where that is: `/tmp` unless told otherwise. */
  tmp: string
  writable?: string
  /** Folders inside `root` with shared libraries. */
  libraryFolders: readonly string[]
  /** Older bubblewraps don't know the option; the system-call filter refuses namespaces in any case. */
  disableUserns: boolean
  /** Null: no filter. */
  seccompFd: number | null
  /** Beside the few variables that every program needs. */
  environment?: Readonly<Record<string, string>>
  /** Device files of the host that it may use. */
  devices?: readonly string[]
}

/** bubblewrap's own arguments: what the box sees. Handed over by descriptor, so that none shows inside. */
export function bwrapArguments(view: BoxView): string[] {
  const { writable = '/tmp' } = view
  const environment = {
    ...{ HOME: writable, LANG: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: view.libraryFolders.join(':') },
    ...view.environment,
  }
  return [
    '--unshare-all',
    '--unshare-user',
    ...(view.disableUserns ? ['--disable-userns'] : []),
    ...['--uid', '65534', '--gid', '65534', '--hostname', 'box'],
    ...['--new-session', '--die-with-parent', '--clearenv', '--cap-drop', 'ALL'],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--ro-bind', view.root, '/'],
    ...['--proc', '/proc', '--dev', '/dev'],
    ...(view.devices ?? []).flatMap((device) => ['--dev-bind', device, device]),
    ...['--remount-ro', '/dev'],
    ...['--bind', view.tmp, writable, '--chdir', writable],
    ...(view.seccompFd === null ? [] : ['--seccomp', String(view.seccompFd)]),
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
