import { readFileSync, readlinkSync } from 'node:fs'

/** A process that cannot be mistaken for a later one with the same pid: `pid-start`, start in ticks since boot. */
export type ProcessIdentity = string

/** The fields of `/proc/<pid>/stat` (or of a thread: `<pid>/task/<tid>`) from the third on (the second, the name, may hold spaces and brackets). */
export function statFields(pid: number | string): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

export function findIdentity(pid: number): ProcessIdentity | null {
  const start = statFields(pid)?.[19]
  return start === undefined ? null : `${pid}-${start}`
}

export const isAlive = (identity: ProcessIdentity): boolean =>
  findIdentity(Number(identity.split('-', 1)[0])) === identity

/**
 * Names this process on what it leaves on the machine (cgroups, claims, containers): `namespace-pid-start`. Pids are those
 * of a pid namespace, and folders may be shared with workers in others.
 */
export const ownerName = (): string => `${pidNamespace()}-${findIdentity(process.pid)}`

/** True when the owner is known to be gone. An owner in another pid namespace cannot be looked for, and is let be. */
export function isOwnerGone(owner: string): boolean {
  const [, namespace, identity] = /^(\d+)-(\d+-\d+)$/.exec(owner) ?? []
  return namespace === pidNamespace() && identity !== undefined && !isAlive(identity)
}

/** The inode of this process's pid namespace. */
const pidNamespace = (): string => /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0'
